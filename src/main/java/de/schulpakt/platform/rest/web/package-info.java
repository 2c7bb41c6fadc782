/** JSON in and out, and each failure as problem+json. */
package de.schulpakt.platform.rest.web;
