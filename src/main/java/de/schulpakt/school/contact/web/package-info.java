/** Pages and REST of contacts of schools. */
package de.schulpakt.school.contact.web;
