/** Pages and REST of what is known of buildings. */
package de.schulpakt.school.building.web;
