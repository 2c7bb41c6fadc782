package de.schulpakt.notice.mail;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.mail.MailState;
import java.time.Instant;

/** The letters of the last 90 days, the newest first. */
@Queries
public class MailList extends ListOfAdministrators<MailList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "mails", "/notice/mails")
            .from("MailRow m")
            .column("subject", "mails.subject", TEXT, "m.subject").always().link("mails.xhtml?mail={id}")
            .column("recipient", "mails.recipient", TEXT, "m.recipient")
            .column("state", "mails.state", STATE, "m.state")
            .column("createdAt", "mails.created", INSTANT, "m.createdAt").sorted("created", "m.id")
            .column("sentAt", "mails.sent", INSTANT, "m.sentAt")
            .column("tries", "mails.tries", NUMBER, "m.tries").asked()
            .column("problem", "mails.problem", TEXT, "m.problem")
            .equal("state", MailState.class, "m.state")
            .build();

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    /** A letter, without its words. */
    public record Row(Long id, String subject, String recipient, MailState state, Instant createdAt, Instant sentAt, Integer tries, String problem) {
    }
}
