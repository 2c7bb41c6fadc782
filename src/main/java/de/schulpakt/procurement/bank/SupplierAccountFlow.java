package de.schulpakt.procurement.bank;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.procurement.bank.SupplierAccountAction.CONFIRM;
import static de.schulpakt.procurement.bank.SupplierAccountAction.DECLINE;
import static de.schulpakt.procurement.bank.SupplierAccountAction.END;
import static de.schulpakt.procurement.bank.SupplierAccountAction.PROPOSE;
import static de.schulpakt.procurement.bank.SupplierAccountAction.REPLACE;
import static de.schulpakt.procurement.bank.SupplierAccountState.CONFIRMED;
import static de.schulpakt.procurement.bank.SupplierAccountState.DECLINED;
import static de.schulpakt.procurement.bank.SupplierAccountState.ENDED;
import static de.schulpakt.procurement.bank.SupplierAccountState.PROPOSED;
import static de.schulpakt.procurement.bank.SupplierAccountState.REPLACED;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of an account of a supplier. Who has entered it does not confirm it. */
public final class SupplierAccountFlow {
    /** From, action, permission, to. */
    public static final Transitions<SupplierAccountState, SupplierAccountAction> FLOW = Transitions.<SupplierAccountState, SupplierAccountAction>table()
            .row(PROPOSED, CONFIRM, CATALOGUE_EDIT, CONFIRMED)
            .row(PROPOSED, DECLINE, CATALOGUE_EDIT, DECLINED)
            .follows(CONFIRMED, REPLACE, CATALOGUE_EDIT, REPLACED)
            .row(CONFIRMED, END, CATALOGUE_EDIT, ENDED)
            .apart(CONFIRM, PROPOSE)
            .build();

    private SupplierAccountFlow() {
    }
}
