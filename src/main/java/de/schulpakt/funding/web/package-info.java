/** Pages and REST resources of funding; they parse, call a use case or a query, and show the answer. */
package de.schulpakt.funding.web;
