/** Pages and REST resources of the ledger. */
package de.schulpakt.funding.ledger.web;
