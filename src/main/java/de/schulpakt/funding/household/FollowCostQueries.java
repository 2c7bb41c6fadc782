package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Questions about follow-up costs. Amounts gross, in cents. */
@Queries
public class FollowCostQueries {
    /**
     * One follow-up cost.
     *
     * @param yearlyCents in each of its years
     * @param endedYear   its last year where it ended before {@code lastYear}, otherwise null
     * @param source      why, or where it stands; null where it follows from devices
     * @param modelKind   kind of the devices that it replaces, with the three that follow; null for one that a person recorded
     * @param endsIn      year in which their useful life ended when it was taken over
     * @param title       as it was typed; null for a replacement that has none
     * @param name        its title, or what it replaces and when, in the language of who reads it
     * @param actions     what the asker may do now
     */
    public record View(Long id, String no, Long applicationId, String applicationNo, Long authorityId, FollowCostKind kind, FollowCostState state, String title, Sentence name, Long yearlyCents,
            Integer firstYear, Integer lastYear, Integer endedYear, String source, String modelKind, Integer endsIn, Integer devices, Integer usefulYears, String recordedBy,
            Instant recordedAt, Integer version, Set<FollowCostAction> actions, List<HistoryEntry> timeline) {
    }

    /**
     * Devices of an award of one kind whose useful life ends in one year, and the replacement that was taken over for these.
     *
     * @param endsIn     null where day of delivery or useful life is not known: they are counted, and nothing is proposed
     * @param paidCents  what the award has paid of them
     * @param lifeSource where the useful life stands; verified if a second person has read it there
     * @param costId     the follow-up cost that was taken over, null if there is none
     * @param changed    true if there are more or fewer devices by now
     */
    public record Replacement(String modelKind, Integer endsIn, Integer usefulYears, String lifeSource, Boolean lifeVerified, Long devices, Long paidCents, Long costId,
            String costNo, boolean changed) {
        /** True if it can be taken over. */
        public boolean open() {
            return costId == null && endsIn != null && paidCents > 0;
        }
    }

    /**
     * A follow-up cost that counts.
     *
     * @param name        its title, or what it replaces and when, in the language of who reads it
     * @param yearlyCents in each of its years
     * @param lastYear    the year in which it ended where it ended before
     */
    public record Counting(Long id, String no, FollowCostKind kind, Sentence name, Long yearlyCents, Integer firstYear, Integer lastYear) {
        /** In all its years. */
        public long totalCents() {
            return yearlyCents * (lastYear - firstYear + 1);
        }
    }

    private record Counted(Long id, String no, FollowCostKind kind, String title, String modelKind, Integer endsIn, Long yearlyCents, Integer firstYear, Integer lastYear) {
    }

    /** What was typed, or the kind of the devices and the year in which they are to be replaced; told in the language of who reads it. */
    @Unguarded("Puts words together; reads nothing.")
    public static Sentence name(String title, String modelKind, Integer endsIn) {
        return title == null ? Sentence.of("follow_cost.replace." + modelKind, String.valueOf(endsIn)) : Sentence.of("follow_cost.titled", title);
    }

    private record Facts(String no, Long applicationId, String applicationNo, Long authorityId, FollowCostKind kind, FollowCostState state, String title, Long yearlyCents,
            Integer firstYear, Integer lastYear, Integer endedYear, String source, String modelKind, Integer endsIn, Integer devices, Integer usefulYears, String recordedBy,
            Instant recordedAt, Integer version) {
    }

    private record Taken(Long id, String no, String modelKind, Integer endsIn, Integer devices) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    ReplacementFinder finder;

    /**
     * One follow-up cost.
     *
     * @throws NotFound if there is none or the asker may not see its award
     */
    public View view(long id) {
        Facts c = Ask.of(em, Facts.class, """
                select c.no as no, c.applicationId as applicationId, a.no as applicationNo, c.authorityId as authorityId, c.kind as kind, c.state as state_, c.title as title,
                    c.yearlyCents as yearlyCents, c.firstYear as firstYear, c.lastYear as lastYear, c.endedYear as endedYear, c.source as source, c.modelKind as modelKind,
                    c.endsIn as endsIn, c.devices as devices, c.usefulYears as usefulYears, c.recordedBy as recordedBy, c.recordedAt as recordedAt, c.version as version
                from FollowCost c join Application a on a.id = c.applicationId where c.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("FollowCost", id));
        guard.requireAward(APPLICATION_VIEW, c.applicationId(), c.authorityId());
        return new View(id, c.no(), c.applicationId(), c.applicationNo(), c.authorityId(), c.kind(), c.state(), c.title(), name(c.title(), c.modelKind(), c.endsIn()), c.yearlyCents(), c.firstYear(), c.lastYear(),
                c.endedYear(), c.source(), c.modelKind(), c.endsIn(), c.devices(), c.usefulYears(), c.recordedBy(), c.recordedAt(), c.version(),
                guard.actionsOfAuthority(FollowCostFlow.FLOW, c.state(), c.authorityId()), history.of("FollowCost", id));
    }

    /**
     * What of the devices of an award is to be replaced, by the year in which their useful life ends. Three statements.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public List<Replacement> replacements(long applicationId) {
        award(applicationId);
        List<Taken> taken = Ask.of(em, Taken.class, """
                select c.id as id, c.no as no, c.modelKind as modelKind, c.endsIn as endsIn, c.devices as devices from FollowCost c
                where c.applicationId = :id and c.modelKind is not null and c.state <> :gone""").set("id", applicationId).set("gone", FollowCostState.TAKEN_BACK).list();
        return finder.of(applicationId).stream().map(r -> {
            Taken cost = taken.stream().filter(t -> t.modelKind().equals(r.modelKind()) && Objects.equals(t.endsIn(), r.endsIn())).findFirst().orElse(null);
            return new Replacement(r.modelKind(), r.endsIn(), r.usefulYears(), r.lifeSource(), r.lifeVerified(), r.devices(), r.paidCents(), cost == null ? null : cost.id(),
                    cost == null ? null : cost.no(), cost != null && cost.devices().longValue() != r.devices());
        }).toList();
    }

    /**
     * The follow-up costs of an award that count, by their first year: what was taken back does not. Two statements.
     *
     * @throws NotFound if there is no such application or the asker may not see it
     */
    public List<Counting> counting(long applicationId) {
        award(applicationId);
        return Ask.of(em, Counted.class, """
                select c.id as id, c.no as no, c.kind as kind, c.title as title, c.modelKind as modelKind, c.endsIn as endsIn, c.yearlyCents as yearlyCents, c.firstYear as firstYear,
                    coalesce(c.endedYear, c.lastYear) as lastYear
                from FollowCost c where c.applicationId = :id and c.state <> :gone order by c.firstYear, c.id""").set("id", applicationId).set("gone", FollowCostState.TAKEN_BACK)
                .list().stream().map(c -> new Counting(c.id(), c.no(), c.kind(), name(c.title(), c.modelKind(), c.endsIn()), c.yearlyCents(), c.firstYear(), c.lastYear())).toList();
    }

    private void award(long applicationId) {
        Long authority = Ask.of(em, Long.class, "select a.authorityId as id from Application a where a.id = :id").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, authority);
    }
}
