/** The file of the devices that are there, in the browser and over REST. */
package de.schulpakt.inventory.oldstock.web;
