/** Pages and REST resources of own share and follow-up costs. */
package de.schulpakt.funding.household.web;
