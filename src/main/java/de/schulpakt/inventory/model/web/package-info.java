/** The page of a device model, and its REST resource. */
package de.schulpakt.inventory.model.web;
