/** Types of files in the browser and over REST. */
package de.schulpakt.paper.type.web;
