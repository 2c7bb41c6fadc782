/** The page of the text blocks of an application, and their REST resource. */
package de.schulpakt.overview.textblock.web;
