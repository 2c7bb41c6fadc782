package de.schulpakt.install.effort;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.funding.ledger.BudgetKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Material that tickets used, a row for each lot from which it came, so that each has one payer; what was taken back is not there. The newest first. */
@Queries
public class UseList extends ListOf<UseList.Row> {
    private final Listing<Row> listing = Listing.of(Row.class, "material", "/install/material")
            .from("StoreMove m").join("u", "join MaterialUse u on u.id = m.useId")
            .join("t", "join Ticket t on t.id = u.ticketId").join("s", "join School s on s.id = t.schoolId").join("o", "join Store o on o.id = u.storeId")
            .join("b", "left join Budget b on b.id = m.budgetId").join("p", "left join School p on p.id = b.schoolId")
            .hidden("ticketId", "t.id").hidden("schoolId", "s.id")
            .column("usedOn", "effort.used_on", DAY, "u.usedOn").sorted("used", "m.id").always()
            .column("article", "store.article", TEXT, "u.article").sorted()
            .column("amount", "store.amount", NUMBER, "0 - m.amount")
            .column("unit", "store.unit", TEXT, "u.unit")
            .column("costCents", "effort.cost", MONEY, "0 - m.cents")
            .column("ticket", "ticket.card.no", TEXT, "t.no").link("ticket.xhtml?id={ticketId}")
            .column("school", "ticket.school", TEXT, "s.name").sorted()
            .column("store", "store.one", TEXT, "o.name").asked()
            .column("payer", "effort.payer", NAME, "b.kind").none("effort.payer.unknown")
            .column("category", "effort.category", NAME, "b.category")
            .column("payerSchool", "effort.payer_school", TEXT, "p.name").asked()
            .column("year", "effort.year", YEAR, "b.householdYear").asked()
            .column("account", "effort.account", TEXT, "b.account").asked()
            .words("text", Words.in().starts("t.no", "u.article").among("t.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "t.schoolId").equal("budget", Long.class, "m.budgetId").between("used", LocalDate.class, "u.usedOn")
            .own("paid", Paid.class, UseList::paid)
            .build();
    @Inject
    Guard guard;

    /** Who paid it. */
    public enum Paid {
        /** A position of the school where it was used. */
        OWN_POSITION,
        /** A position of another school. */
        OTHER_POSITION,
        /** Own money of the authority. */
        OWN_MONEY,
        /** Nobody has said so. */
        UNKNOWN
    }

    private static Condition paid(Paid how) {
        return switch (how) {
            case OWN_POSITION -> Condition.of("b.schoolId = t.schoolId");
            case OTHER_POSITION -> Condition.of("b.schoolId <> t.schoolId");
            case OWN_MONEY -> Condition.of("b.kind = :own", "own", BudgetKind.OWN_MONEY);
            case UNKNOWN -> new Condition("m.budgetId is null", Map.of());
        };
    }

    @Override
    protected Listing<Row> declared() {
        return listing;
    }

    @Override
    protected Condition scope() {
        return Condition.and(java.util.List.of(guard.scope(INTERNAL_VIEW).of("s"),
                Condition.of("m.kind = de.schulpakt.install.effort.MoveKind.USED and u.takenBack = false")));
    }

    /**
     * Material that was used.
     *
     * @param payer position or own money, null if nobody has said so
     */
    public record Row(Long id, Long ticketId, Long schoolId, LocalDate usedOn, String article, BigDecimal amount, String unit, Long costCents, String ticket, String school, String store,
            BudgetKind payer, Category category, String payerSchool, Integer year, String account) {
    }
}
