package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** The payment lists of the authorities that the asker may see, the newest first. */
@Queries
public class PaymentList extends ListOf<PaymentList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "payments", "/procurement/payments")
            .from("Payment p").join("a", "join Authority a on a.id = p.authorityId")
            .hidden("authorityId", "p.authorityId").hidden("version", "p.version")
            .column("no", "payment.no", TEXT, "p.no").sorted("no", "p.id").always().link("payment.xhtml?id={id}")
            .column("state", "orders.state", STATE, "p.state").sorted()
            .column("authority", "orders.authority", TEXT, "a.name").asked()
            .column("payOn", "payment.pay_on", DAY, "p.payOn").sorted()
            .column("createdAt", "payment.created", INSTANT, "p.createdAt").asked()
            .column("items", "payment.items", NUMBER, "(select count(i) from PaymentItem i where i.listId = p.id)")
            .column("openItems", "payment.open_items", NUMBER, "(select count(i) from PaymentItem i where i.listId = p.id and i.openInvoiceId is not null)")
            .column("totalCents", "payment.total", MONEY, "p.totalCents").sorted("total")
            .words("q", Words.in().starts("p.no"))
            .equal("state", PaymentState.class, "p.state").equal("authority", Long.class, "p.authorityId").between("payOn", LocalDate.class, "p.payOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(ORDER_VIEW).ofAuthority("p.authorityId");
    }

    /**
     * A payment list.
     *
     * @param totalCents what is transferred, cash discounts taken off
     */
    public record Row(Long id, String no, PaymentState state, Long authorityId, String authority, LocalDate payOn, Instant createdAt, Long items,
            Long openItems, Long totalCents, Integer version) {
    }
}
