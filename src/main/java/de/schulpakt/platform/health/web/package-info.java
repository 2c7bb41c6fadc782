/** Health checks, nightly checks, and the count of running requests. */
package de.schulpakt.platform.health.web;
