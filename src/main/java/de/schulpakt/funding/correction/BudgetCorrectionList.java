package de.schulpakt.funding.correction;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
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

/** Corrections of budgets of the authorities that the asker may see, the newest first. */
@Queries
public class BudgetCorrectionList extends ListOf<BudgetCorrectionList.Row> {
    /** A correction. The amount is gross, in cents; below zero it takes back. */
    public record Row(Long id, String no, BudgetCorrectionState state, Long authorityId, String authority, Long budgetId, Long amountCents,
            String reason, Instant createdAt) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "budget-corrections", "/funding/budget-corrections")
            .from("BudgetCorrection c").join("y", "join Authority y on y.id = c.authorityId")
            .hidden("authorityId", "c.authorityId").hidden("budgetId", "c.budgetId")
            .column("no", "budget_correction.no", TEXT, "c.no").sorted("no", "c.id").always().link("budget-correction.xhtml?id={id}")
            .column("createdAt", "budget_correction.created", INSTANT, "c.createdAt").sorted()
            .column("state", "budget_correction.state", STATE, "c.state").sorted()
            .column("authority", "funding.authority", TEXT, "y.name").asked()
            .column("reason", "funding.reason", TEXT, "c.reason")
            .column("amountCents", "budget_correction.amount", MONEY, "c.amountCents").sorted("amount")
            .words("q", Words.in().starts("c.no"))
            .equal("state", BudgetCorrectionState.class, "c.state").equal("authority", Long.class, "c.authorityId")
            .equal("budget", Long.class, "c.budgetId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(BUDGET_VIEW).ofAuthority("c.authorityId");
    }
}
