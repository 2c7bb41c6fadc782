/** Pages and REST resources of the home pages. */
package de.schulpakt.overview.home.web;
