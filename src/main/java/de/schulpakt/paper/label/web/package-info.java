/** Labels in the browser and over REST. */
package de.schulpakt.paper.label.web;
