package de.schulpakt.procurement.bank;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.ORDER_VIEW;

import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about where suppliers are paid: for who sees orders. */
@Queries
public class SupplierAccountQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;

    /** A supplier and all its accounts, the newest first. */
    public record View(Long supplierId, String supplier, List<Account> accounts, Boolean mayPropose, List<HistoryEntry> timeline) {
        /**
         * An account.
         *
         * @param apart what the asker may not do because of what the asker did
         */
        public record Account(Long id, SupplierAccountState state, String holder, String iban, String bic, String source, Instant createdAt, Integer version,
                Set<SupplierAccountAction> actions, Map<SupplierAccountAction, SupplierAccountAction> apart) {
            /** In groups of four. */
            public String shown() {
                return Sepa.shown(iban);
            }
        }
    }

    private record Row(Long id, SupplierAccountState state, String holder, String iban, String bic, String source, Instant createdAt, Integer version) {
    }

    /**
     * A supplier with its accounts.
     *
     * @throws NotFound if there is none
     */
    public View view(long supplierId) {
        String supplier = Ask.of(em, String.class, "select s.name from Supplier s where s.id = :id").set("id", supplierId).one()
                .orElseThrow(() -> new NotFound("Supplier", supplierId));
        guard.require(ORDER_VIEW);
        List<Row> rows = Ask.of(em, Row.class, """
                select a.id as id, a.state as state_, a.holder as holder, a.iban as iban, a.bic as bic, a.source as source, a.createdAt as createdAt,
                    a.version as version_ from SupplierAccount a where a.supplierId = :supplier order by a.id desc""").set("supplier", supplierId).list();
        return new View(supplierId, supplier, rows.stream().map(this::account).toList(), guard.mayEverywhere(CATALOGUE_EDIT),
                history.ofAll("SupplierAccount", rows.stream().map(Row::id).toList()));
    }

    /**
     * The supplier of an account.
     *
     * @throws NotFound if there is none
     */
    public Long supplierOf(long account) {
        guard.require(ORDER_VIEW);
        return Ask.of(em, Long.class, "select a.supplierId from SupplierAccount a where a.id = :id").set("id", account).one()
                .orElseThrow(() -> new NotFound("SupplierAccount", account));
    }

    private View.Account account(Row r) {
        Set<SupplierAccountAction> actions = guard.mayEverywhere(CATALOGUE_EDIT) ? guard.actions(SupplierAccountFlow.FLOW, r.state(), null)
                : EnumSet.noneOf(SupplierAccountAction.class);
        Map<SupplierAccountAction, SupplierAccountAction> apart = duties.withhold(new Ref("SupplierAccount", r.id(), Sepa.name(r.holder())), SupplierAccountFlow.FLOW, actions);
        return new View.Account(r.id(), r.state(), r.holder(), r.iban(), r.bic(), r.source(), r.createdAt(), r.version(), actions, apart);
    }
}
