/** Pages and REST of the numbers of schools by school year. */
package de.schulpakt.school.year.web;
