/** What pages and REST of all modules share: language, formats, messages, errors, and the look's helpers. */
package de.schulpakt.platform.web;
