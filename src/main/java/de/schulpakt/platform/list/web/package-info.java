/** Lists on pages, in files and in REST. */
package de.schulpakt.platform.list.web;
