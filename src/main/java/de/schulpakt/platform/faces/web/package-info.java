/** Converters, components and handlers of the pages. */
package de.schulpakt.platform.faces.web;
