/** Papers in the browser and over REST: upload, opening, the card that pages include. */
package de.schulpakt.paper.web;
