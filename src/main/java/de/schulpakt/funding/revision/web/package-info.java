/** Pages and REST resources of the versions of an application. */
package de.schulpakt.funding.revision.web;
