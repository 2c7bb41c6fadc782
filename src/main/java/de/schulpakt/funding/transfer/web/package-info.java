/** Pages and REST resources of transfers. */
package de.schulpakt.funding.transfer.web;
