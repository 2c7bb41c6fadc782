package de.schulpakt.notice.answer;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Listing;
import java.time.Instant;

/** Messages that came to the mailbox for answers, the newest first. */
@Queries
public class ArrivedList extends ListOfAdministrators<ArrivedList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "arrived-mails", "/notice/arrivals")
            .from("ArrivedMail m")
            .column("arrivedAt", "arrived.at", INSTANT, "m.arrivedAt").always().sorted("arrived", "m.id").link("arrival.xhtml?id={id}")
            .column("state", "arrived.state", STATE, "m.state")
            .column("reason", "arrived.reason", STATE, "m.reason")
            .column("sender", "arrived.sender", TEXT, "m.sender")
            .column("subject", "arrived.subject", TEXT, "m.subject")
            .equal("state", ArrivedState.class, "m.state")
            .build();

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    /** A message; sender and subject while it waits. */
    public record Row(Long id, Instant arrivedAt, ArrivedState state, ArrivedReason reason, String sender, String subject) {
    }
}
