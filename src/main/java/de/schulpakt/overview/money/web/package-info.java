/** Pages and REST resources of the use of money. */
package de.schulpakt.overview.money.web;
