/** Pages and REST of the import of the school register. */
package de.schulpakt.school.register.web;
