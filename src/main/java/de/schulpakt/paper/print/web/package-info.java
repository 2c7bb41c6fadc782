/** Printed papers in the browser: opened as PDF, kept as a file at their subject. */
package de.schulpakt.paper.print.web;
