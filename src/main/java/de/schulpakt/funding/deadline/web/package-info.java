/** Page and REST resource of deadlines. */
package de.schulpakt.funding.deadline.web;
