/** The filter that keeps what auditors look at. */
package de.schulpakt.identity.inspection.web;
