/** Pages, files and REST resources of depreciation for the ledger. */
package de.schulpakt.procurement.depreciation.web;
