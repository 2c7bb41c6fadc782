/** Starts and stops the work in the background with the application. */
package de.schulpakt.platform.job.web;
