package de.schulpakt.identity.account;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.text.Sentence;
import java.time.Instant;
import java.util.List;

/** The security log, the newest line first. */
@Queries
public class SecurityList extends ListOfAdministrators<SecurityList.Row> {
    /** A line of the security log; who has an account is named by its id too. */
    public record Row(Long id, Instant at, SecurityLog.SecurityKind kind, Long userId, String login, String address, String actorName,
            List<Sentence> details) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "security-events", "/identity/security")
            .from("SecurityEvent e").hidden("userId", "e.userId")
            .column("at", "security.at", INSTANT, "e.at").sorted().always()
            .column("kind", "security.kind", NAME, "e.kind").sorted().always()
            .column("login", "users.login", TEXT, "e.login").link("user.xhtml?id={userId}")
            .column("address", "account.address", TEXT, "e.address")
            .column("actorName", "security.by", TEXT, "e.actorName")
            .column("details", "security.detail", TEXT, "e.detail")
            .equal("kind", SecurityLog.SecurityKind.class, "e.kind").equal("user", Long.class, "e.userId")
            .equal("address", String.class, "e.address").equal("login", String.class, "e.login")
            .build();

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }
}
