package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names what invoices have spent in the ledger, to who sees the orders for the school. */
@ApplicationScoped
class InvoicePostings implements PostingSource {
    private static final String DISCOUNT = "invoice_discount";
    private static final String PART = """
            select %2$s as key_, v.id as id, v.no as no, l.lineNo as line, p.pieces as quantity, c.name as item,
                l.quantity - (select sum(y.pieces) from InvoicePart y, Invoice w where y.orderLineId = l.id and y.id <= p.id
                    and w.id = y.invoiceId and (y.id = p.id or w.validNo is not null)) as rest
            from %1$s join Invoice v on v.id = p.invoiceId join OrderLine l on l.id = p.orderLineId
                join CatalogueItem c on c.id = l.itemId join School s on s.id = l.schoolId where %2$s in :ids and""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A part with what it is called. */
    record Named(Long key, Long id, String no, Integer line, Integer quantity, Integer rest, String item) {
    }

    @Override
    public Set<String> kinds() {
        return Set.of("invoice_part", "invoice_back", DISCOUNT);
    }

    @Override
    public Map<Long, Cause> causes(String kind, Set<Long> ids) {
        Scope scope = guard.visibleSchools(ORDER_VIEW);
        return scope.bind(Ask.of(em, Named.class, (DISCOUNT.equals(kind)
                ? PART.formatted("InvoiceDiscount x join InvoicePart p on p.id = x.invoicePartId", "x.id") : PART.formatted("InvoicePart p", "p.id")) + scope.school("s"))).set("ids", ids).list().stream()
                .collect(Collectors.toMap(Named::key, n -> new Cause("Invoice", n.id(), n.no(), n.line(), n.quantity(), n.rest(), null, n.item())));
    }
}
