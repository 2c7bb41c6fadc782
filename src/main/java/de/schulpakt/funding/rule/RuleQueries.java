package de.schulpakt.funding.rule;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Frozen;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the rules of the field say, today and when a step relied on them. */
@Queries
public class RuleQueries {
    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    RuleFinder finder;

    /** The rules that speak of one thing, by one award that pays it. */
    public record OfAward(Long applicationId, String no, List<RuleFinding> findings) {
    }

    /**
     * What the rules said of one thing when a step relied on them.
     *
     * @param no    of the application that pays it
     * @param step  key of the action's text
     * @param whole false if what was kept does not fit its checksum
     */
    public record Then(Long applicationId, String no, String step, String frozenBy, Instant frozenAt, boolean whole, List<RuleFinding> findings) {
    }

    /** A check that was kept: when which step relied on it. */
    public record Kept(Long id, String step, String frozenBy, Instant frozenAt) {
    }

    /**
     * A rule today, and what it said then.
     *
     * @param then    null if no check is compared, or the rule was not in it
     * @param changed true if it says something else now
     */
    public record Line(RuleFinding now, RuleFinding then, boolean changed) {
    }

    /**
     * All rules of an application.
     *
     * @param compared the check that is compared, null for none
     * @param whole    false if what was kept does not fit its checksum
     */
    public record View(Long applicationId, String no, List<Line> lines, List<Kept> kept, Kept compared, boolean whole) {
        /** How many rules have this answer. */
        public long count(RuleAnswer answer) {
            return lines.stream().filter(l -> l.now().answer() == answer).count();
        }
    }

    /** What was kept of one thing. */
    record KeptAt(Long applicationId, String no, String step, String frozenBy, Instant frozenAt, String json, String sha256) {
        Then told() {
            Frozen frozen = new Frozen(json, sha256);
            return new Then(applicationId, no, step, frozenBy, frozenAt, frozen.whole(), frozen.content(RuleContent.class).findings());
        }
    }

    /** An application by its number. */
    record Numbered(Long id, String no) {
    }

    /** As it is stored. */
    record Stored(Long id, String step, String frozenBy, Instant frozenAt, String json, String sha256) {
    }

    /** Where a subject belongs. */
    record Place(Long schoolId, Long authorityId) {
    }

    /**
     * All rules of an application, beside those that a step relied on.
     *
     * @param checkId a check that was kept for this application, null for none
     * @throws NotFound if there is no such application or check, or the asker may not see it
     */
    public View view(long applicationId, Long checkId) {
        String no = seen(applicationId);
        List<Kept> kept = Ask.of(em, Kept.class, "select c.id as id, c.step as step, c.frozenBy as frozenBy, c.frozenAt as frozenAt from RuleCheck c where c.applicationId = :id and c.subjectId is null"
                + " order by c.id desc").set("id", applicationId).list(MOST);
        Stored stored = checkId == null ? null : Ask.of(em, Stored.class, "select c.id as id, c.step as step, c.frozenBy as frozenBy, c.frozenAt as frozenAt, c.json as json,"
                + " c.sha256 as sha256 from RuleCheck c where c.id = :id and c.applicationId = :application and c.subjectId is null").set("id", checkId).set("application", applicationId).one()
                .orElseThrow(() -> new NotFound("RuleCheck", checkId));
        Frozen frozen = stored == null ? null : new Frozen(stored.json(), stored.sha256());
        Map<FieldRule, RuleFinding> then = frozen == null ? Map.of()
                : frozen.content(RuleContent.class).findings().stream().collect(Collectors.toMap(RuleFinding::rule, Function.identity()));
        List<Line> lines = new ArrayList<>();
        for (RuleFinding now : finder.of(applicationId)) {
            RuleFinding before = then.get(now.rule());
            lines.add(new Line(now, before, frozen != null && now.differs(before)));
        }
        return new View(applicationId, no, lines, kept, stored == null ? null : new Kept(stored.id(), stored.step(), stored.frozenBy(), stored.frozenAt()),
                frozen == null || frozen.whole());
    }

    /**
     * The rules that speak of one thing, by each award that pays it; none if no award has paid it, or will. Who sees some awards only sees theirs.
     *
     * @throws NotFound if there is no such thing or the asker may not see it
     */
    public List<OfAward> at(RuleStage stage, long subjectId) {
        List<Long> behind = seen(stage, subjectId);
        if (behind.isEmpty()) {
            return List.of();
        }
        RuleScope scope = new RuleScope(stage, subjectId);
        return Ask.of(em, Numbered.class, "select a.id as id, a.no as no from Application a where a.id in :ids order by a.id").set("ids", behind).list().stream()
                .map(a -> new OfAward(a.id(), a.no(), stage == RuleStage.APPLICATION ? finder.of(subjectId) : finder.at(scope, a.id()))).toList();
    }

    /**
     * What the rules said of one thing when steps relied on them, the newest first; none where no step has, or before such checks were kept.
     *
     * @throws NotFound if there is no such thing or the asker may not see it
     */
    public List<Then> kept(RuleStage stage, long subjectId) {
        List<Long> behind = seen(stage, subjectId);
        return behind.isEmpty() ? List.of() : Ask.of(em, KeptAt.class, """
                select a.id as applicationId, a.no as no, c.step as step, c.frozenBy as frozenBy, c.frozenAt as frozenAt, c.json as json, c.sha256 as sha256
                from RuleCheck c join Application a on a.id = c.applicationId
                where c.stage = :stage and c.subjectId = :subject and a.id in :ids order by c.id desc""").set("stage", stage).set("subject", subjectId).set("ids", behind)
                .list(MOST).stream().map(KeptAt::told).toList();
    }

    /** The awards behind it that the asker may see. */
    private List<Long> seen(RuleStage stage, long subjectId) {
        RuleScope scope = new RuleScope(stage, subjectId);
        Place place = Ask.of(em, Place.class, scope.place()).set("subject", subjectId).one().orElseThrow(() -> new NotFound(stage.name(), subjectId));
        List<Long> behind = finder.behind(scope);
        if (guard.limited()) {
            Ref at = new Ref(stage.name(), subjectId, "").ofSchool(place.schoolId()).ofAuthority(place.authorityId());
            List<Long> own = behind.stream().filter(application -> guard.mayAwards(stage.permission(), at, List.of(application))).toList();
            if (!own.isEmpty()) {
                return own;
            }
        }
        if (place.authorityId() != null) {
            guard.requireAuthority(stage.permission(), place.authorityId());
        } else {
            guard.require(stage.permission(), place.schoolId());
        }
        return behind;
    }

    /** What stands in an application. */
    record Head(String no, Long authorityId) {
    }

    private String seen(long applicationId) {
        Head head = Ask.of(em, Head.class, "select a.no as no, a.authorityId as authorityId from Application a where a.id = :id").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, head.authorityId());
        return head.no();
    }
}
