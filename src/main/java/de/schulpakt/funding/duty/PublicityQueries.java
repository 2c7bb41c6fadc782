package de.schulpakt.funding.duty;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Whether an award is told to the public, and what proves it. */
@Queries
public class PublicityQueries {
    /** The kind of paper that proves it. */
    public static final String KIND = "PUBLICITY";
    private static final int MOST = 20;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Clock clock;

    /** A photo that proves it. */
    public record Photo(Long id, String name, String note, String actor, Instant madeAt) {
    }

    /**
     * The publicity of an award.
     *
     * @param line     what is to be read, null if the programme asks for nothing that is known
     * @param verified whether a second person has read that in the source; null without a rule
     * @param dueOn    last day of the approval period, null before the decision
     * @param missing  true if it is asked for and nothing proves it
     * @param late     true if it is missing and the day is past
     * @param photos   the newest first
     */
    public record Publicity(Long applicationId, String line, String source, Boolean verified, LocalDate dueOn, boolean missing, boolean late, List<Photo> photos) {
    }

    /** What stands in an application. */
    record Head(Long programmeId, Long authorityId, LocalDate periodTo) {
    }

    /**
     * The publicity of an award.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public Publicity of(long applicationId) {
        Head head = Ask.of(em, Head.class, "select a.programmeId as programmeId, a.authorityId as authorityId, a.periodTo as periodTo from Application a where a.id = :id")
                .set("id", applicationId).one().orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, head.authorityId());
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.PUBLICITY_LINE, head.programmeId(), null, clock.today());
        List<Photo> photos = Ask.of(em, Photo.class, """
                select p.id as id, p.name as name, p.note as note, p.actorName as actor, p.madeAt as madeAt from Paper p join PaperKind k on k.id = p.kindId
                where p.subjectType = 'Application' and p.subjectId = :id and k.code = :kind and p.removedAt is null order by p.id desc""").set("id", applicationId)
                .set("kind", KIND).list(MOST);
        boolean missing = rule != null && head.periodTo() != null && photos.isEmpty();
        return new Publicity(applicationId, rule == null ? null : rule.value(), rule == null ? null : rule.source(), rule == null ? null : rule.verified(), head.periodTo(),
                missing, missing && head.periodTo().isBefore(clock.today()), photos);
    }

    /** The line that is asked for and that nothing proves; null if nothing lacks. */
    @Unguarded("Inner door of the proof: whoever sees it was asked for the application.")
    public String lacking(long applicationId, long programmeId) {
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.PUBLICITY_LINE, programmeId, null, clock.today());
        if (rule == null) {
            return null;
        }
        long photos = Ask.of(em, Long.class, """
                select count(p) from Paper p join PaperKind k on k.id = p.kindId
                where p.subjectType = 'Application' and p.subjectId = :id and k.code = :kind and p.removedAt is null""").set("id", applicationId).set("kind", KIND).one().orElse(0L);
        return photos > 0 ? null : rule.value();
    }
}
