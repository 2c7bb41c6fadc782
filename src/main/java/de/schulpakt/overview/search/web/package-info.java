/** Pages and REST resources of the search. */
package de.schulpakt.overview.search.web;
