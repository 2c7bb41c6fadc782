/**
 * Where suppliers are paid: their accounts, each entered from a paper by one person and confirmed by another.
 *
 * <p>Words: an <em>account</em> is holder, IBAN and, where the bank asks for it, BIC. It is asked for, checked by its check digits and never
 * guessed: what an electronic invoice says of it is not taken over.
 *
 * <p>D1: a supplier has one confirmed account at most; a new one replaces it when it is confirmed, and the old one stays in the list.
 * Who has entered it does not confirm it: a changed account is the usual way to steal a payment.
 * <p>D2: suppliers are the same for all authorities, and so are their accounts: only who edits the catalogue everywhere enters and confirms.
 */
@Module(name = "procurement.bank", uses = "procurement.catalogue",
        exposes = {"Sepa", "SupplierAccountAction", "SupplierAccountFlow", "SupplierAccountQueries", "SupplierAccountState", "SupplierAccounts"},
        reads = {"Supplier"})
package de.schulpakt.procurement.bank;

import de.schulpakt.platform.Module;
