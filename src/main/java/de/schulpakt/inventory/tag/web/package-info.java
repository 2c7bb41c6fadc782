/** Pages and REST resource of tags that are printed first. */
package de.schulpakt.inventory.tag.web;
