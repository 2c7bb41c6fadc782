/** Pages and REST resources of corrections of decisions. */
package de.schulpakt.funding.redecision.web;
