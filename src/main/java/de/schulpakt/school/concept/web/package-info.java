/** Pages and REST of concepts of schools. */
package de.schulpakt.school.concept.web;
