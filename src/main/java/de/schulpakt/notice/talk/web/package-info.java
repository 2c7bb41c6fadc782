/** Pages and REST of comments and of watching. */
package de.schulpakt.notice.talk.web;
