package de.schulpakt.procurement.invoice;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** An invoice has papers: its original above all. */
@ApplicationScoped
class InvoicePapers implements PaperSubject {
    @Override
    public String type() {
        return "Invoice";
    }

    @Override
    public Permission permission() {
        return ORDER_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(DELIVERY_RECEIVE);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.authorityId as authorityId, nullif(t.authorityId, t.authorityId) as schoolId from Invoice t where t.id = :id";
    }

    @Override
    public String awards() {
        return "select distinct b.applicationId from InvoicePart p join OrderLine l on l.id = p.orderLineId"
                + " join Budget b on b.id = l.budgetId where p.invoiceId = :id and b.applicationId is not null";
    }

    @Override
    public List<String> usual() {
        return List.of("INVOICE");
    }
}
