/** What retention would remove, in the browser and over REST. */
package de.schulpakt.paper.retention.web;
