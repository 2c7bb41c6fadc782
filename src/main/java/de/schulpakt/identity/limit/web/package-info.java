/** The part of the limits in the page of an account, and their resource. */
package de.schulpakt.identity.limit.web;
