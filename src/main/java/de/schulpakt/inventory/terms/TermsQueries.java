package de.schulpakt.inventory.terms;

import static de.schulpakt.identity.Permission.DEVICE_RETIRE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about terms and prices. */
@Queries
public class TermsQueries {
    private static final int MOST = 200;
    private static final int USUALLY_BEFORE = 3;
    private static final int USUALLY_AGAIN = 7;
    private static final String EDITION = """
            select t.id as id, t.edition as edition, t.text as text, t.validOn as validOn, t.madeAt as madeAt, t.madeBy as madeBy from LoanTerms t
            """;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;

    /** The editions of an authority, the newest first. */
    @Unguarded("What everybody is given who borrows something.")
    public List<Edition> editions(long authorityId) {
        return there(authorityId, Ask.of(em, Edition.class, EDITION + "where t.authorityId = :authority order by t.edition desc").set("authority", authorityId).list(MOST));
    }

    /** The edition that is in force today, null if there is none. */
    @Unguarded("What everybody is given who borrows something.")
    public Edition inForce(Long authorityId) {
        return authorityId == null ? null : editions(authorityId).stream().filter(e -> !e.validOn().isAfter(clock.today())).findFirst().orElse(null);
    }

    /** One edition. */
    @Unguarded("What everybody is given who borrows something.")
    public Edition edition(long id) {
        return Ask.of(em, Edition.class, EDITION + "where t.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("LoanTerms", id));
    }

    /** What an authority asks today, by name. */
    @Unguarded("What everybody is given who borrows something.")
    public List<Price> prices(long authorityId) {
        return there(authorityId, Ask.of(em, Price.class, """
                select p.id as id, p.version as version, p.authorityId as authorityId, p.label as label, p.priceCents as priceCents from LoanPrice p
                where p.authorityId = :authority and p.endedAt is null order by p.label, p.id""").set("authority", authorityId).list(MOST));
    }

    /**
     * Whether letters go to borrowers of an authority; off, with the usual days, while nobody has said so.
     *
     * @throws NotFound if the asker does not answer for its devices
     */
    public Reminding reminding(long authorityId) {
        guard.requireAuthority(DEVICE_RETIRE, authorityId);
        schools.authorityMustBeThere(authorityId);
        RemindingRow found = Ask.of(em, RemindingRow.class, """
                select r.id as id, r.version as version, r.sends as sends, r.daysBefore as daysBefore, r.daysAgain as daysAgain, r.setAt as setAt, r.setBy as setBy
                from LoanReminding r where r.authorityId = :authority""").set("authority", authorityId).one().orElse(null);
        return found == null ? new Reminding(null, null, false, USUALLY_BEFORE, USUALLY_AGAIN, null, null, MailSettings.read().on(), List.of())
                : new Reminding(found.id(), found.version(), found.sends(), found.daysBefore(), found.daysAgain(), found.setAt(), found.setBy(), MailSettings.read().on(),
                        history.of("LoanReminding", found.id()));
    }

    private record RemindingRow(Long id, Integer version, Boolean sends, Integer daysBefore, Integer daysAgain, Instant setAt, String setBy) {
    }

    /**
     * Letters to borrowers.
     *
     * @param version null while nobody has said anything
     * @param server  false: there is no mail server, so that nothing is sent whatever is said
     */
    public record Reminding(Long id, Integer version, Boolean sends, Integer daysBefore, Integer daysAgain, Instant setAt, String setBy, Boolean server,
            List<HistoryEntry> timeline) {
    }

    /** What is of an unknown authority is not found. */
    private <T> List<T> there(long authorityId, List<T> found) {
        if (found.isEmpty()) {
            schools.authorityMustBeThere(authorityId);
        }
        return found;
    }

    /** An edition of terms. */
    public record Edition(Long id, Integer edition, String text, LocalDate validOn, Instant madeAt, String madeBy) {
    }

    /** A price, in cents. */
    public record Price(Long id, Integer version, Long authorityId, String label, Long priceCents) {
    }
}
