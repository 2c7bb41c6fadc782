package de.schulpakt.funding.programme;

import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** All programmes, the newest first, with how many rules they have and how many of these are not verified. */
@Queries
public class ProgrammeList extends ListOf<ProgrammeQueries.Row> {
    private static final String RULES = "(select count(r.id) from ProgrammeRule r where r.programmeId = g.id and r.withdrawnAt is null";
    private static final Listing<ProgrammeQueries.Row> LISTING = Listing.of(ProgrammeQueries.Row.class, "programmes", "/funding/programmes")
            .from("Programme g")
            .column("code", "funding.programme", TEXT, "g.code").sorted().once().always().link("programme.xhtml?id={id}")
            .column("name", "funding.name", TEXT, "g.name").sorted()
            .column("startsOn", "funding.startsOn", DAY, "g.startsOn").sorted()
            .column("endsOn", "funding.endsOn", DAY, "g.endsOn").sorted()
            .column("rules", "funding.rules", NUMBER, RULES + ")")
            .column("unverified", "funding.unverified", NUMBER, RULES + " and r.verified = false)")
            .column("withdrawn", "funding.withdrawn", FLAG, "case when g.withdrawnAt is null then false else true end")
            .words("q", Words.in().parts("g.code", "g.name"))
            .usually("-g.startsOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<ProgrammeQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        guard.require(PROGRAMME_VIEW);
        return Condition.ALL;
    }
}
