/** The page of the phone, what it reads, and what the browser keeps of it. */
package de.schulpakt.overview.phone.web;
