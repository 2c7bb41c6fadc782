package de.schulpakt.inventory.terms;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
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
    private static final String EDITION = """
            select t.id as id, t.edition as edition, t.text as text, t.validOn as validOn, t.madeAt as madeAt, t.madeBy as madeBy from LoanTerms t
            """;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
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
