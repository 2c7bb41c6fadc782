package de.schulpakt.funding.audit;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** Samples of the authorities that the asker may see, the newest first. */
@Queries
public class SampleList extends ListOf<SampleQueries.Row> {
    private static final Listing<SampleQueries.Row> LISTING = Listing.of(SampleQueries.Row.class, "samples", "/funding/samples")
            .from("Sample s").join("a", "join Application a on a.id = s.applicationId").join("t", "join Authority t on t.id = s.authorityId")
            .hidden("applicationId", "a.id")
            .column("no", "sample.no", TEXT, "s.no").sorted("no", "s.id").always().link("sample.xhtml?id={id}")
            .column("applicationNo", "funding.application", TEXT, "a.no").sorted("application", "a.id")
            .column("authority", "funding.authority", TEXT, "t.name").sorted()
            .column("drawn", "sample.drawn", NUMBER, "s.drawn").sorted()
            .column("outOf", "sample.outOf", NUMBER, "s.outOf").sorted()
            .column("drawnBy", "sample.drawnBy", TEXT, "s.drawnBy").asked()
            .column("drawnAt", "sample.drawnAt", INSTANT, "s.drawnAt").sorted()
            .words("q", Words.in().starts("s.no", "a.no"))
            .equal("application", Long.class, "s.applicationId").equal("authority", Long.class, "s.authorityId")
            .usually("-s.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<SampleQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("s.applicationId", "s.authorityId");
    }
}
