/** REST resource and download of audit bundles. */
package de.schulpakt.funding.audit.web;
