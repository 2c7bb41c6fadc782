/** Pages and REST resource of differences. */
package de.schulpakt.procurement.difference.web;
