package de.schulpakt.funding.settlement;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
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

/** Drawdowns of the authorities that the asker may see, the newest first. */
@Queries
public class DrawdownList extends ListOf<DrawdownQueries.Row> {
    private static final Listing<DrawdownQueries.Row> LISTING = Listing.of(DrawdownQueries.Row.class, "drawdowns", "/funding/drawdowns")
            .from("Drawdown d").join("a", "join Application a on a.id = d.applicationId").join("t", "join Authority t on t.id = d.authorityId")
            .hidden("applicationId", "a.id")
            .column("no", "drawdown.no", TEXT, "d.no").sorted("no", "d.id").always().link("drawdown.xhtml?id={id}")
            .column("applicationNo", "funding.application", TEXT, "a.no").sorted("application", "a.id")
            .column("authority", "funding.authority", TEXT, "t.name").sorted()
            .column("state", "funding.state", STATE, "d.state").sorted()
            .column("grantCents", "drawdown.grant", MONEY, "d.grantCents").sorted("grant")
            .column("requestedOn", "drawdown.requestedOn", DAY, "d.requestedOn").sorted()
            .column("receivedOn", "drawdown.receivedOn", DAY, "d.receivedOn").sorted()
            .column("receivedCents", "drawdown.received", MONEY, "d.receivedCents").sorted("received")
            .column("repaidCents", "drawdown.repaid", MONEY, "d.repaidCents").asked()
            .column("spendByOn", "drawdown.spendBy", DAY, "d.spendByOn").sorted()
            .words("q", Words.in().starts("d.no", "a.no"))
            .equal("application", Long.class, "d.applicationId").equal("authority", Long.class, "d.authorityId")
            .equal("state", DrawdownState.class, "d.state")
            .usually("-d.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<DrawdownQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("d.applicationId", "d.authorityId");
    }
}
