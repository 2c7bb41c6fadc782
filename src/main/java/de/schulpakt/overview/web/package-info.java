/** Pages, REST and exports of the overview, and the numbers beside the entries of the rail. */
package de.schulpakt.overview.web;
