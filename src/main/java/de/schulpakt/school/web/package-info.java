/** Pages and REST of the schools and of the import of the register. */
package de.schulpakt.school.web;
