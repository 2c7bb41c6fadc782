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
        List<Kept> kept = Ask.of(em, Kept.class, "select c.id as id, c.step as step, c.frozenBy as frozenBy, c.frozenAt as frozenAt from RuleCheck c where c.applicationId = :id"
                + " order by c.id desc").set("id", applicationId).list(MOST);
        Stored stored = checkId == null ? null : Ask.of(em, Stored.class, "select c.id as id, c.step as step, c.frozenBy as frozenBy, c.frozenAt as frozenAt, c.json as json,"
                + " c.sha256 as sha256 from RuleCheck c where c.id = :id and c.applicationId = :application").set("id", checkId).set("application", applicationId).one()
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
     * The rules that speak of one thing; none if no award has paid it, or will.
     *
     * @throws NotFound if there is no such thing or the asker may not see it
     */
    public List<RuleFinding> at(RuleStage stage, long subjectId) {
        RuleScope scope = new RuleScope(stage, subjectId);
        Place place = Ask.of(em, Place.class, scope.place()).set("subject", subjectId).one().orElseThrow(() -> new NotFound(stage.name(), subjectId));
        if (!guard.limited() || !guard.mayAwards(stage.permission(), new Ref(stage.name(), subjectId, "").ofSchool(place.schoolId()).ofAuthority(place.authorityId()),
                Ask.of(em, Long.class, scope.applications()).set("subject", subjectId).list(MOST))) {
            if (place.authorityId() != null) {
                guard.requireAuthority(stage.permission(), place.authorityId());
            } else {
                guard.require(stage.permission(), place.schoolId());
            }
        }
        return stage == RuleStage.APPLICATION ? finder.of(subjectId) : finder.at(scope);
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
