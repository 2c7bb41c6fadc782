/** Pages and REST of the jobs. */
package de.schulpakt.job.web;
