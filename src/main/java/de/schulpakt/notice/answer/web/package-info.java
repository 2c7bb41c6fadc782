/** Pages and REST of messages that came by mail. */
package de.schulpakt.notice.answer.web;
