/** Pages and REST of authorities, schools, buildings and rooms. */
package de.schulpakt.school.place.web;
