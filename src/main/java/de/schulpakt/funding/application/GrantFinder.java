package de.schulpakt.funding.application;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.CeilingSet;
import de.schulpakt.funding.programme.ProgrammeChanging;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.school.place.SchoolType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the applications of an authority use up of its ceiling: the one place that counts it. */
@ApplicationScoped
class GrantFinder {
    /** The states in which an application uses up the ceiling. */
    private static final List<ApplicationState> COUNTED =
            List.of(ApplicationState.SUBMITTED, ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED);

    private static final String ONE = """
            select a.authorityId as authorityId, a.ownShareBp as ownShareBp, a.ownShareHalfUp as halfUp,
                sum(coalesce(p.approvedCents, p.appliedCents)) + coalesce(a.restCents, 0) + a.pendingCents as counted,
                sum(p.appliedCents) + a.pendingCents as applied
            from Application a join Annex x on x.applicationId = a.id join FundingPosition p on p.annexId = x.id
            where a.programmeId = :programme and a.state in :states""";
    private static final String GROUP = " group by a.id, a.authorityId, a.ownShareBp, a.ownShareHalfUp, a.restCents, a.pendingCents";

    private static final int MOST_NAMED = 10;

    @PersistenceContext
    EntityManager em;

    /** Refuses a ceiling with {@code ceiling.below_grants} if more is applied for already. */
    void ceilingSet(@Observes CeilingSet news) {
        Money grants = grants(news.programmeId(), news.authorityId()).grant();
        if (grants.compareTo(news.amount()) > 0) {
            throw new Refused("ceiling.below_grants", news.amount(), grants);
        }
    }

    /** Refuses to change or withdraw a programme with {@code programme.has_applications} while one stands on it. */
    void programmeChanging(@Observes ProgrammeChanging news) {
        List<String> on = Ask.of(em, String.class, "select a.no from Application a where a.programmeId = :programme and a.state not in :ended order by a.id")
                .set("programme", news.programmeId()).set("ended", List.of(ApplicationState.WITHDRAWN, ApplicationState.REJECTED)).list(MOST_NAMED);
        if (!on.isEmpty()) {
            throw new Refused("programme.has_applications", on);
        }
    }

    /** What all applications of an authority use up of a programme. */
    Grants grants(long programmeId, long authorityId) {
        return grants(programmeId, authorityId, null);
    }

    /**
     * What an authority has applied for, or got approved, in a programme; by application, because each has its own share.
     *
     * @param except an application that is left out, or null
     */
    Grants grants(long programmeId, long authorityId, Long except) {
        return new Grants(Ask.of(em, Grants.One.class, ONE + " and a.authorityId = :authority and a.id <> :except" + GROUP)
                .set("programme", programmeId).set("states", COUNTED).set("authority", authorityId)
                .set("except", except == null ? -1L : except).list());
    }

    /** The same of several authorities, by authority; whose is said by the scope and, unless it is null, by the authority. */
    Map<Long, Grants> grants(long programmeId, Scope scope, Long authorityId) {
        return Ask.of(em, Grants.One.class, ONE + " and (:everywhere = true or a.authorityId in :authorities)"
                        + " and (:authority is null or a.authorityId = :authority)" + GROUP)
                .set("programme", programmeId).set("states", COUNTED).set("authority", authorityId)
                .set("everywhere", scope.everywhere()).set("authorities", some(scope.authorities())).list().stream()
                .collect(groupingBy(Grants.One::authorityId, collectingAndThen(toList(), Grants::new)));
    }

    /** A general-education school of an application and its mobile devices in this and all counted applications. */
    record MobileDevices(Long schoolId, String school, Money eligible) {
    }

    /** The mobile devices of each of these schools that is one of general education, in this and all counted applications. */
    List<MobileDevices> mobileDevices(long applicationId, long programmeId, Collection<Long> schools) {
        return Ask.of(em, MobileDevices.class, """
                select s.id as schoolId, s.name as school, sum(coalesce(p.approvedCents, p.appliedCents)) as eligible from FundingPosition p
                    join Annex x on x.id = p.annexId join Application a on a.id = x.applicationId
                    join School s on s.id = x.schoolId
                where a.programmeId = :programme and p.category = :mobile and s.type <> :vocational
                    and (a.id = :id or a.state in :states)
                    and x.schoolId in :schools
                group by s.id, s.name order by s.name""")
                .set("programme", programmeId).set("mobile", Category.MOBILE_DEVICE).set("vocational", SchoolType.VOCATIONAL)
                .set("id", applicationId).set("states", COUNTED).set("schools", some(schools)).list();
    }

    /** The schools of an application. */
    List<Long> schools(long applicationId) {
        return Ask.of(em, Long.class, "select x.schoolId as id from Annex x where x.applicationId = :id").set("id", applicationId).list();
    }

    /** Name of a school unless it is a vocational one, for which mobile devices have no bound. */
    Optional<String> generalSchool(long schoolId) {
        return Ask.of(em, String.class, "select s.name from School s where s.id = :id and s.type <> :vocational").set("id", schoolId)
                .set("vocational", SchoolType.VOCATIONAL).one();
    }

    static Collection<Long> some(Collection<Long> ids) {
        return ids.isEmpty() ? List.of(-1L) : ids;
    }
}
