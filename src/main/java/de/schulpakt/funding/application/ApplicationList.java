package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
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

/** The applications of the authorities that the asker may see, the newest first. */
@Queries
public class ApplicationList extends ListOf<ApplicationQueries.Row> {
    private static final String POSITIONS = " from FundingPosition p join Annex x on x.id = p.annexId where x.applicationId = a.id)";
    private static final Listing<ApplicationQueries.Row> LISTING = Listing.of(ApplicationQueries.Row.class, "applications", "/funding/funding")
            .from("Application a").join("g", "join Programme g on g.id = a.programmeId")
            .join("t", "join Authority t on t.id = a.authorityId")
            .hidden("programmeId", "g.id").hidden("authorityId", "t.id")
            .column("no", "funding.no", TEXT, "a.no").sorted("no", "a.id").always().link("application.xhtml?id={id}")
            .column("title", "funding.application.title", TEXT, "a.title").sorted()
            .column("programmeCode", "funding.programme", TEXT, "g.code").sorted("programme")
            .column("authority", "funding.authority", TEXT, "t.name").sorted()
            .column("state", "funding.state", STATE, "a.state").sorted()
            .column("submittedOn", "funding.submittedOn", DAY, "a.submittedOn").sorted()
            .column("decidedOn", "funding.decidedOn", DAY, "a.decidedOn").sorted().asked()
            .column("schools", "funding.schools", NUMBER, "(select count(y.id) from Annex y where y.applicationId = a.id)")
            .column("appliedCents", "funding.applied", MONEY, "(select sum(p.appliedCents)" + POSITIONS).sorted("applied")
            .column("approvedCents", "funding.approved", MONEY, "(select sum(p.approvedCents)" + POSITIONS + " + coalesce(a.restCents, 0)").sorted("approved")
            .words("q", Words.in().starts("a.no").parts("a.title"))
            .equal("programme", Long.class, "a.programmeId").equal("authority", Long.class, "a.authorityId")
            .equal("state", ApplicationState.class, "a.state")
            .usually("-a.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<ApplicationQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("a.id", "a.authorityId");
    }
}
