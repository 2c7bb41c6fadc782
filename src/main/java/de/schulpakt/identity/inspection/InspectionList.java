package de.schulpakt.identity.inspection;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Listing;
import java.time.Instant;

/** What auditors have looked at, the newest first. */
@Queries
public class InspectionList extends ListOfAdministrators<InspectionList.Row> {
    /** Something that somebody has looked at. */
    public record Row(Long id, Instant seenAt, Long userId, String userName, String path) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "inspections", "/identity/inspections")
            .from("Inspection i").hidden("userId", "i.userId")
            .column("seenAt", "inspection.seenAt", INSTANT, "i.seenAt").sorted().always()
            .column("userName", "inspection.who", TEXT, "i.userName").link("user.xhtml?id={userId}")
            .column("path", "inspection.address", TEXT, "i.path")
            .equal("user", Long.class, "i.userId")
            .build();

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }
}
