/** The page of what is at stake, the card of publicity, and their resource. */
package de.schulpakt.funding.duty.web;
