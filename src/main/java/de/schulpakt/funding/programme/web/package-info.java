/** Pages and REST resources of funding programmes. */
package de.schulpakt.funding.programme.web;
