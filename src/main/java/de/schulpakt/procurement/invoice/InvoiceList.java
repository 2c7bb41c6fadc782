package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The invoices of the authorities that the asker may see, the newest first. Who sees only single schools sees none. */
@Queries
public class InvoiceList extends ListOf<InvoiceList.Row> {
    private static final List<InvoiceState> OPEN = List.of(InvoiceState.CAPTURED, InvoiceState.CHECKED, InvoiceState.APPROVED);
    private static final List<InvoiceState> BOOKED = List.of(InvoiceState.APPROVED, InvoiceState.PAID);
    private static final Listing<Row> LISTING = Listing.of(Row.class, "invoices", "/procurement/invoices")
            .from("Invoice v").join("s", "join Supplier s on s.id = v.supplierId").join("a", "join Authority a on a.id = v.authorityId")
            .hidden("supplierId", "s.id").hidden("authorityId", "a.id").hidden("version", "v.version")
            .column("no", "invoices.invoice", TEXT, "v.no").always().link("invoice.xhtml?id={id}")
            .column("kind", "invoices.kind", NAME, "v.kind").asked()
            .column("supplier", "orders.supplier", TEXT, "s.name").sorted()
            .column("authority", "orders.authority", TEXT, "a.name").asked()
            .column("state", "orders.state", STATE, "v.state").sorted()
            .column("invoicedOn", "invoices.invoiced", DAY, "v.invoicedOn").sorted()
            .column("dueOn", "invoices.due", DAY, "v.dueOn").sorted()
            .column("paidOn", "invoices.paid", DAY, "v.paidOn").sorted()
            .column("netCents", "invoices.net", MONEY, "v.netCents").asked()
            .column("payableCents", "invoices.payable", MONEY, "v.payableCents").sorted()
            .starts("q", "v.no")
            .equal("state", InvoiceState.class, "v.state")
            .equal("kind", InvoiceKind.class, "v.kind")
            .own("open", Boolean.class, open -> open ? Condition.of("v.state in :open", "open", OPEN) : Condition.ALL)
            .equal("supplier", Long.class, "v.supplierId").equal("authority", Long.class, "v.authorityId")
            .own("order", Long.class, order -> Condition.of("exists (select 1 from InvoiceLine n, OrderLine l where n.invoiceId = v.id"
                    + " and l.id = n.orderLineId and l.orderId = :order)", "order", order))
            .own("application", Long.class, application -> Condition.of("v.id in (select n.invoiceId from InvoiceLine n join OrderPayer p on p.orderLineId = n.orderLineId"
                    + " join Budget b on b.id = p.budgetId where b.applicationId = :application)", "application", application))
            .own("booked", Boolean.class, booked -> Condition.of("v.state " + (booked ? "" : "not ") + "in :booked", "booked", BOOKED))
            .own("paid", Boolean.class, paid -> Condition.of("v.paidOn is " + (paid ? "not null" : "null")))
            .own("file", Boolean.class, file -> Condition.of((file ? "" : "not ") + "exists (select 1 from Paper w where w.subjectType = 'Invoice' and w.subjectId = v.id"
                    + " and w.removedAt is null)"))
            .between("invoicedOn", LocalDate.class, "v.invoicedOn").between("paidOn", LocalDate.class, "v.paidOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(ORDER_VIEW).ofAuthority("v.authorityId");
    }

    /**
     * An invoice in a list.
     *
     * @param payableCents as printed: of a credit note above zero
     */
    public record Row(Long id, String no, InvoiceKind kind, Long supplierId, String supplier, Long authorityId, String authority,
            InvoiceState state, LocalDate invoicedOn, LocalDate dueOn, LocalDate paidOn, Long netCents, Long payableCents, Integer version) {
    }
}
