/** Pages, files and REST resource of what goes to the finance system. */
package de.schulpakt.procurement.finance.web;
