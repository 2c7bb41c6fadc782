/** Pages and REST resource of rule packs. */
package de.schulpakt.funding.pack.web;
