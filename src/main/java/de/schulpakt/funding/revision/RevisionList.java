package de.schulpakt.funding.revision;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
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
import java.time.LocalDate;

/** Versions of applications of the authorities that the asker may see, the newest first. */
@Queries
public class RevisionList extends ListOf<RevisionList.Row> {
    /**
     * A version of an application.
     *
     * @param edition null while it is a draft
     */
    public record Row(Long id, String no, Long applicationId, String applicationNo, Integer edition, RevisionKind kind, RevisionState state, String reason,
            LocalDate submittedOn, LocalDate decidedOn, String reference) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "revisions", "/funding/revisions")
            .from("Revision r").join("a", "join Application a on a.id = r.applicationId").hidden("applicationId", "r.applicationId")
            .column("no", "revision.no", TEXT, "r.no").sorted("no", "r.id").always().link("revision.xhtml?id={id}")
            .column("applicationNo", "funding.application", TEXT, "a.no").link("application.xhtml?id={applicationId}")
            .column("edition", "revision.edition", NUMBER, "r.edition")
            .column("kind", "revision.kind", NAME, "r.kind").sorted()
            .column("state", "revision.state", STATE, "r.state").sorted()
            .column("reason", "revision.reason", TEXT, "r.reason").asked()
            .column("submittedOn", "funding.submittedOn", DAY, "r.submittedOn").sorted()
            .column("decidedOn", "funding.decidedOn", DAY, "r.decidedOn").sorted()
            .column("reference", "funding.reference", TEXT, "r.reference").asked()
            .words("q", Words.in().starts("r.no"))
            .equal("state", RevisionState.class, "r.state").equal("kind", RevisionKind.class, "r.kind")
            .equal("application", Long.class, "r.applicationId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("r.applicationId", "r.authorityId");
    }
}
