/** Pages and REST of webhooks. */
package de.schulpakt.notice.hook.web;
