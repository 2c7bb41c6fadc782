package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.procurement.einvoice.EInvoice;
import de.schulpakt.procurement.einvoice.EInvoices;
import de.schulpakt.procurement.order.OrderState;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads electronic invoices into captured ones, with what they order about, and keeps the original at the invoice, which names it. */
@UseCases
public class Reading {
    private static final String FOUND = """
            select o.id as id, o.no as no, o.supplierId as supplierId, o.authorityId as authorityId,
                (select b.leitwegId from BillingAddress b where b.authorityId = o.authorityId) as leitwegId
            from PurchaseOrder o join Supplier s on s.id = o.supplierId""";
    private static final String UNPAID = "l.quantity - l.cancelled > l.settled";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Invoices invoices;
    @Inject
    Intake intake;
    @Inject
    Papers papers;

    /**
     * A file that came in.
     *
     * @param orderId order that it belongs to, null to find it by what the invoice says
     * @param name    of the file
     * @param file    XRechnung in either form, or a PDF of ZUGFeRD
     */
    public record Read(Long orderId, @NotNull @Size(max = 200) String name, @NotNull byte[] file) {
    }

    /** An order that an invoice may belong to. */
    private record Found(Long id, String no, Long supplierId, Long authorityId, String leitwegId) {
    }

    /** A line of that order. */
    private record Line(Long id, Integer lineNo, String article, String partNo, Integer open, Long priceCents, Integer vatBp) {
    }

    /**
     * Captures an electronic invoice. Lines that fit no line of the order wait for somebody who assigns them.
     *
     * @return id of the invoice
     * @throws Refused as {@link EInvoices#read} and {@link Invoices#capture}; {@code einvoice.no_order} if no order is named that the
     *                 asker may receive for, {@code einvoice.other_buyer} if its Leitweg-ID is not that of the order's authority
     */
    public Long read(@Valid Read cmd) {
        if (cmd.orderId() != null) {
            guard.requireAuthority(DELIVERY_RECEIVE, Ask.of(em, Long.class, "select o.authorityId from PurchaseOrder o where o.id = :id")
                    .set("id", cmd.orderId()).one().orElseThrow(() -> new NotFound("Order", cmd.orderId())));
        }
        EInvoice read = EInvoices.read(cmd.file());
        Found order = cmd.orderId() == null ? found(read) : order(cmd.orderId());
        guard.requireAuthority(DELIVERY_RECEIVE, order.authorityId());
        if (order.leitwegId() != null && !order.leitwegId().equalsIgnoreCase(read.buyerReference())) {
            throw new Refused("einvoice.other_buyer", read.buyerReference() == null ? "–" : read.buyerReference(), order.leitwegId());
        }
        Long id = invoices.capture(captured(read, order));
        try (Received original = intake.take(new ByteArrayInputStream(cmd.file()), cmd.name())) {
            em.find(Invoice.class, id).readFrom(papers.attach("Invoice", id, new Papers.Attach("INVOICE", null, null), original));
        }
        return id;
    }

    private Invoices.Capture captured(EInvoice read, Found order) {
        List<Line> open = lines(order.id());
        List<Invoices.Line> lines = new ArrayList<>();
        int sign = read.credit() && read.payableCents() < 0 ? -1 : 1;
        for (EInvoice.Line line : read.lines()) {
            Line of = match(line, read.lines().size(), open);
            int pieces = pieces(line);
            lines.add(new Invoices.Line(LineKind.GOODS, cut(line.text()), read.credit() ? null : Integer.valueOf(pieces), sign * line.netCents(), line.vatBp(),
                    of == null ? null : of.id(), line.suppliedOn()));
        }
        for (EInvoice.Charge charge : read.charges()) {
            String reason = charge.reason() == null ? "–" : charge.reason();
            boolean freight = reason.toLowerCase(Locale.GERMAN).matches(".*(fracht|versand|transport|porto|freight|shipping).*") || reason.equals("FC");
            lines.add(new Invoices.Line(charge.netCents() < 0 ? LineKind.DISCOUNT : freight ? LineKind.FREIGHT : LineKind.OTHER, cut(reason), null,
                    sign * charge.netCents(), charge.vatBp(), null, null));
        }
        List<Invoices.Vat> vat = read.vat().stream().map(v -> new Invoices.Vat(v.vatBp(), sign * v.netCents(), sign * v.vatCents())).toList();
        EInvoice.Discount discount = read.credit() ? null : read.discount();
        return new Invoices.Capture(order.supplierId(), order.authorityId(), kind(read), read.no(), read.issuedOn(), read.suppliedOn(), read.dueOn(),
                sign * read.netCents(), sign * read.totalCents(), sign * read.roundingCents(), sign * read.prepaidCents(), read.buyerReference(), lines, vat,
                discount == null ? null : discount.bp(), discount == null ? null : read.issuedOn().plusDays(discount.days()));
    }

    private static InvoiceKind kind(EInvoice read) {
        return read.credit() ? InvoiceKind.CREDIT_NOTE : switch (read.type()) {
            case "326", "875" -> InvoiceKind.PART;
            case "877" -> InvoiceKind.FINAL;
            default -> InvoiceKind.INVOICE;
        };
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static int pieces(EInvoice.Line line) {
        return line.quantity() == null || line.quantity().signum() < 0 || line.quantity().stripTrailingZeros().scale() > 0
                || line.quantity().intValue() > 10_000 ? 0 : line.quantity().intValue();
    }

    /** By the line that it names, the number of the article, its name, its pieces and price, or because there is one of each. */
    private static Line match(EInvoice.Line line, int lines, List<Line> open) {
        for (Line one : open) {
            if (String.valueOf(one.lineNo()).equals(line.orderLine() == null ? null : line.orderLine().replaceFirst("^0+", ""))) {
                return one;
            }
        }
        for (Line one : open) {
            if (one.partNo() != null && line.itemNumbers().stream().anyMatch(one.partNo()::equalsIgnoreCase)) {
                return one;
            }
        }
        for (Line one : open) {
            if (one.article().equalsIgnoreCase(line.text())) {
                return one;
            }
        }
        for (Line one : open) {
            long net = Money.of(one.priceCents()).times(pieces(line)).net(one.vatBp()).cents();
            if (pieces(line) > 0 && pieces(line) <= one.open() && Math.abs(net - line.netCents()) <= pieces(line)) {
                return one;
            }
        }
        return lines == 1 && open.size() == 1 ? open.get(0) : null;
    }

    private Found order(Long id) {
        return Ask.of(em, Found.class, FOUND + " where o.id = :id").set("id", id).one().orElseThrow();
    }

    /** The order that it names, or the only one of this supplier that waits for such an amount. */
    private Found found(EInvoice read) {
        if (read.orderNo() != null) {
            List<Found> named = mine(Ask.of(em, Found.class, FOUND + " where o.no = :no").set("no", read.orderNo()).list(2));
            if (named.size() == 1) {
                return named.get(0);
            }
        }
        List<Found> waiting = mine(Ask.of(em, Found.class, FOUND + " where s.name = :seller and o.state <> :cancelled and exists (select 1 from OrderLine l"
                + " where l.orderId = o.id and " + UNPAID + ")").set("seller", read.seller()).set("cancelled", OrderState.CANCELLED).list(50)).stream()
                .filter(o -> lines(o.id()).stream().mapToLong(l -> Money.of(l.priceCents()).times(l.open()).net(l.vatBp()).cents())
                        .sum() == read.netCents()).toList();
        if (waiting.size() != 1) {
            throw new Refused("einvoice.no_order", read.orderNo() == null ? "–" : read.orderNo(), read.seller());
        }
        return waiting.get(0);
    }

    private List<Found> mine(List<Found> orders) {
        return orders.stream().filter(o -> guard.mayAuthority(DELIVERY_RECEIVE, o.authorityId())).toList();
    }

    private List<Line> lines(Long order) {
        return Ask.of(em, Line.class, """
                select l.id as id, l.lineNo as lineNo, c.name as article, m.partNo as partNo, l.quantity - l.cancelled - l.settled as open,
                    l.priceCents as priceCents, l.vatBp as vatBp
                from OrderLine l join CatalogueItem c on c.id = l.itemId join DeviceModel m on m.id = c.modelId where l.orderId = :order
                order by l.lineNo""").set("order", order).list();
    }
}
