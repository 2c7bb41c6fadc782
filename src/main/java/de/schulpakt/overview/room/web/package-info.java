/** Parts of the page of a room, and their REST resource. */
package de.schulpakt.overview.room.web;
