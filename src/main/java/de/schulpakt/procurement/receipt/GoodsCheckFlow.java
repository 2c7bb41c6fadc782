package de.schulpakt.procurement.receipt;

import static de.schulpakt.identity.Permission.DELIVERY_CONFIRM;
import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.procurement.receipt.GoodsCheckAction.CONFIRM;
import static de.schulpakt.procurement.receipt.GoodsCheckAction.REPORT;
import static de.schulpakt.procurement.receipt.GoodsCheckAction.SETTLE;
import static de.schulpakt.procurement.receipt.GoodsCheckState.ASKED;
import static de.schulpakt.procurement.receipt.GoodsCheckState.CONFIRMED;
import static de.schulpakt.procurement.receipt.GoodsCheckState.SETTLED;
import static de.schulpakt.procurement.receipt.GoodsCheckState.SHORT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of the question whether all is here. An answer can be put right. */
public final class GoodsCheckFlow {
    /** From, action, permission, to. */
    public static final Transitions<GoodsCheckState, GoodsCheckAction> FLOW = Transitions.<GoodsCheckState, GoodsCheckAction>table()
            .row(ASKED, CONFIRM, DELIVERY_CONFIRM, CONFIRMED)
            .row(ASKED, REPORT, DELIVERY_CONFIRM, SHORT)
            .row(CONFIRMED, REPORT, DELIVERY_CONFIRM, SHORT)
            .row(SHORT, CONFIRM, DELIVERY_CONFIRM, CONFIRMED)
            .row(SHORT, REPORT, DELIVERY_CONFIRM, SHORT)
            .row(SHORT, SETTLE, DELIVERY_RECEIVE, SETTLED)
            .row(SETTLED, REPORT, DELIVERY_CONFIRM, SHORT)
            .build();

    private GoodsCheckFlow() {
    }
}
