package de.schulpakt.funding.snapshot;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Snapshots of the authorities that the asker may see, the newest day first. */
@Queries
public class SnapshotList extends ListOf<FigureQueries.Row> {
    private static final Listing<FigureQueries.Row> LISTING = Listing.of(FigureQueries.Row.class, "snapshots", "/funding/snapshots")
            .from("Snapshot s").join("g", "join Programme g on g.id = s.programmeId").join("t", "join Authority t on t.id = s.authorityId")
            .hidden("programmeId", "g.id").hidden("authorityId", "t.id")
            .column("keyOn", "snapshot.keyOn", DAY, "s.keyOn").sorted().always().link("snapshot.xhtml?id={id}")
            .column("programme", "funding.programme", TEXT, "g.name").sorted()
            .column("authority", "funding.authority", TEXT, "t.name").sorted()
            .column("allottedCents", "Figure.ALLOTTED", MONEY, "s.allottedCents").sorted("allotted")
            .column("reservedCents", "Figure.RESERVED", MONEY, "s.reservedCents").asked()
            .column("committedCents", "Figure.COMMITTED", MONEY, "s.committedCents").sorted("committed")
            .column("spentCents", "Figure.SPENT", MONEY, "s.spentCents").sorted("spent")
            .column("drawnCents", "Figure.DRAWN", MONEY, "s.drawnCents").sorted("drawn")
            .column("takenAt", "snapshot.takenAt", INSTANT, "s.takenAt").asked()
            .equal("programme", Long.class, "s.programmeId").equal("authority", Long.class, "s.authorityId")
            .between("keyOn", LocalDate.class, "s.keyOn")
            .usually("-s.keyOn", "-s.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<FigureQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(APPLICATION_VIEW).ofAuthority("s.authorityId");
    }
}
