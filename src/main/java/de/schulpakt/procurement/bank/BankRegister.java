package de.schulpakt.procurement.bank;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of the accounts of a supplier, and what waits for a second person. */
@Dependent
class BankRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("SupplierAccount", "/procurement/supplier-bank.xhtml?account={id}", ORDER_VIEW);
    }

    @Produces
    WaitingCount waiting() {
        return new WaitingCount("orders", CATALOGUE_EDIT, "supplier_account x where x.state = 'PROPOSED' and {everywhere}");
    }

    @Produces
    NoticeKind proposed() {
        return new NoticeKind("message.bank_proposed", "second", CATALOGUE_EDIT, true, true);
    }
}
