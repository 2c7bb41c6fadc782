/** Pages and REST resources of applications. */
package de.schulpakt.funding.application.web;
