/** Pages, files and REST resource of payments. */
package de.schulpakt.procurement.payment.web;
