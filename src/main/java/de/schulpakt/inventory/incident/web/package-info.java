/** Pages and REST resource of what happened to devices. */
package de.schulpakt.inventory.incident.web;
