/** The calendar as programs read it, and its page. */
package de.schulpakt.notice.calendar.web;
