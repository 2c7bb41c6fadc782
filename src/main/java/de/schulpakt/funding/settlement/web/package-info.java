/** Pages and REST resource of drawdowns. */
package de.schulpakt.funding.settlement.web;
