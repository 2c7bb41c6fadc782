/** Letterhead and words of an authority in the browser and over REST. */
package de.schulpakt.school.letter.web;
