/** Pages and REST resource of figures of a day and of snapshots. */
package de.schulpakt.funding.snapshot.web;
