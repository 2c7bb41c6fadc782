package de.schulpakt.procurement.order;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_PLACE;
import static de.schulpakt.procurement.order.OrderAction.ADD;
import static de.schulpakt.procurement.order.OrderAction.AWARD;
import static de.schulpakt.procurement.order.OrderAction.CANCEL;
import static de.schulpakt.procurement.order.OrderAction.CANCEL_REST;
import static de.schulpakt.procurement.order.OrderAction.CHANGE;
import static de.schulpakt.procurement.order.OrderAction.COMPLETE;
import static de.schulpakt.procurement.order.OrderAction.CORRECT;
import static de.schulpakt.procurement.order.OrderAction.CREDIT;
import static de.schulpakt.procurement.order.OrderAction.CREDIT_ALL;
import static de.schulpakt.procurement.order.OrderAction.EXCHANGE;
import static de.schulpakt.procurement.order.OrderAction.RECEIVE;
import static de.schulpakt.procurement.order.OrderAction.REFUSE;
import static de.schulpakt.procurement.order.OrderAction.REPAY;
import static de.schulpakt.procurement.order.OrderAction.RETURN;
import static de.schulpakt.procurement.order.OrderAction.RETURN_ALL;
import static de.schulpakt.procurement.order.OrderAction.SEND;
import static de.schulpakt.procurement.order.OrderAction.STOCK;
import static de.schulpakt.procurement.order.OrderAction.SURPLUS;
import static de.schulpakt.procurement.order.OrderAction.SURPLUS_GONE;
import static de.schulpakt.procurement.order.OrderAction.UNCREDIT;
import static de.schulpakt.procurement.order.OrderAction.UNREFUSE;
import static de.schulpakt.procurement.order.OrderAction.UNSTOCK;
import static de.schulpakt.procurement.order.OrderAction.WARRANT;
import static de.schulpakt.procurement.order.OrderState.CANCELLED;
import static de.schulpakt.procurement.order.OrderState.DELIVERED;
import static de.schulpakt.procurement.order.OrderState.PARTLY_DELIVERED;
import static de.schulpakt.procurement.order.OrderState.PLACED;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of an order. */
public final class OrderFlow {
    /** From, action, permission, to. */
    public static final Transitions<OrderState, OrderAction> FLOW = Transitions.<OrderState, OrderAction>table()
            .row(PLACED, RECEIVE, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PLACED, COMPLETE, DELIVERY_RECEIVE, DELIVERED)
            .row(PLACED, CHANGE, ORDER_PLACE, PLACED)
            .row(PLACED, ADD, ORDER_PLACE, PLACED)
            .row(PLACED, SEND, ORDER_PLACE, PLACED)
            .row(PLACED, CANCEL, ORDER_PLACE, CANCELLED)
            .row(PARTLY_DELIVERED, RECEIVE, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, COMPLETE, DELIVERY_RECEIVE, DELIVERED)
            .row(PARTLY_DELIVERED, CHANGE, ORDER_PLACE, PARTLY_DELIVERED)
            .row(PARTLY_DELIVERED, SEND, ORDER_PLACE, PARTLY_DELIVERED)
            .row(PARTLY_DELIVERED, CANCEL_REST, ORDER_PLACE, DELIVERED)
            .row(PLACED, AWARD, ORDER_PLACE, PLACED)
            .row(PARTLY_DELIVERED, AWARD, ORDER_PLACE, PARTLY_DELIVERED)
            .row(DELIVERED, AWARD, ORDER_PLACE, DELIVERED)
            .row(PLACED, WARRANT, ORDER_PLACE, PLACED)
            .row(PARTLY_DELIVERED, WARRANT, ORDER_PLACE, PARTLY_DELIVERED)
            .row(DELIVERED, WARRANT, ORDER_PLACE, DELIVERED)
            .row(PLACED, REPAY, ORDER_PLACE, PLACED)
            .row(PARTLY_DELIVERED, REPAY, ORDER_PLACE, PARTLY_DELIVERED)
            .row(DELIVERED, REPAY, ORDER_PLACE, DELIVERED)
            .follows(PARTLY_DELIVERED, RETURN, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, RETURN_ALL, DELIVERY_RECEIVE, PLACED)
            .follows(PARTLY_DELIVERED, EXCHANGE, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, CORRECT, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, CREDIT, DELIVERY_RECEIVE, DELIVERED)
            .follows(DELIVERED, RETURN, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(DELIVERED, RETURN_ALL, DELIVERY_RECEIVE, PLACED)
            .follows(DELIVERED, EXCHANGE, DELIVERY_RECEIVE, DELIVERED)
            .follows(DELIVERED, CORRECT, DELIVERY_RECEIVE, DELIVERED)
            .follows(DELIVERED, UNCREDIT, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, SURPLUS, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, SURPLUS_GONE, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(DELIVERED, SURPLUS, DELIVERY_RECEIVE, DELIVERED)
            .follows(DELIVERED, SURPLUS_GONE, DELIVERY_RECEIVE, DELIVERED)
            .follows(PARTLY_DELIVERED, STOCK, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PARTLY_DELIVERED, UNSTOCK, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(DELIVERED, STOCK, DELIVERY_RECEIVE, DELIVERED)
            .follows(DELIVERED, UNSTOCK, DELIVERY_RECEIVE, DELIVERED)
            .follows(PLACED, REFUSE, DELIVERY_RECEIVE, PLACED)
            .follows(PARTLY_DELIVERED, REFUSE, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(PLACED, UNREFUSE, DELIVERY_RECEIVE, PLACED)
            .follows(PARTLY_DELIVERED, UNREFUSE, DELIVERY_RECEIVE, PARTLY_DELIVERED)
            .follows(DELIVERED, UNREFUSE, DELIVERY_RECEIVE, DELIVERED)
            .follows(CANCELLED, UNREFUSE, DELIVERY_RECEIVE, CANCELLED)
            .follows(PLACED, SURPLUS, DELIVERY_RECEIVE, PLACED)
            .follows(PLACED, SURPLUS_GONE, DELIVERY_RECEIVE, PLACED)
            .follows(CANCELLED, SURPLUS, DELIVERY_RECEIVE, CANCELLED)
            .follows(CANCELLED, SURPLUS_GONE, DELIVERY_RECEIVE, CANCELLED)
            .follows(PLACED, CREDIT_ALL, DELIVERY_RECEIVE, CANCELLED)
            .follows(PLACED, CORRECT, DELIVERY_RECEIVE, PLACED)
            .follows(CANCELLED, UNCREDIT, DELIVERY_RECEIVE, PLACED)
            .build();

    private OrderFlow() {
    }
}
