/** Page and REST resource of the accounts of suppliers. */
package de.schulpakt.procurement.bank.web;
