/** Pages and REST resources of annexes and decisions. */
package de.schulpakt.funding.annex.web;
