package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.CeilingSet;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.Refused;
import de.schulpakt.school.place.SchoolType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What the applications of an authority use up of its ceiling: the one place that counts it. */
@ApplicationScoped
class GrantFinder {
    /** The states in which an application uses up the ceiling. */
    private static final List<ApplicationState> COUNTED =
            List.of(ApplicationState.SUBMITTED, ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED);

    @PersistenceContext
    EntityManager em;

    /** Refuses a ceiling with {@code ceiling.below_grants} if more is applied for already. */
    void ceilingSet(@Observes CeilingSet news) {
        Money grants = grants(news.programmeId(), news.authorityId()).grant();
        if (grants.compareTo(news.amount()) > 0) {
            throw new Refused("ceiling.below_grants", news.amount(), grants);
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
        return new Grants(em.createQuery("select a.ownShareBp, sum(coalesce(p.approvedCents, p.appliedCents)),"
                        + " sum(p.appliedCents) from Application a"
                        + " join Annex x on x.applicationId = a.id join FundingPosition p on p.annexId = x.id"
                        + " where a.programmeId = :programme and a.authorityId = :authority and a.state in :states"
                        + " and a.id <> :except group by a.id, a.ownShareBp", Object[].class)
                .setParameter("programme", programmeId).setParameter("authority", authorityId)
                .setParameter("states", COUNTED).setParameter("except", except == null ? -1L : except).getResultList().stream()
                .map(r -> new Grants.One((Integer) r[0], cents(r[1]), cents(r[2]))).toList());
    }

    /** A general-education school of an application and its mobile devices in this and all counted applications. */
    record MobileDevices(String school, Money eligible) {
    }

    /** The mobile devices of each general-education school of an application. */
    List<MobileDevices> mobileDevices(long applicationId, long programmeId) {
        return em.createQuery("select s.name, sum(coalesce(p.approvedCents, p.appliedCents)) from FundingPosition p"
                        + " join Annex x on x.id = p.annexId join Application a on a.id = x.applicationId"
                        + " join School s on s.id = x.schoolId"
                        + " where a.programmeId = :programme and p.category = :mobile and s.type <> :vocational"
                        + " and (a.id = :id or a.state in :states)"
                        + " and x.schoolId in (select y.schoolId from Annex y where y.applicationId = :id)"
                        + " group by s.id, s.name order by s.name", Object[].class)
                .setParameter("programme", programmeId).setParameter("mobile", Category.MOBILE_DEVICE)
                .setParameter("vocational", SchoolType.VOCATIONAL).setParameter("id", applicationId)
                .setParameter("states", COUNTED).getResultList().stream()
                .map(r -> new MobileDevices((String) r[0], cents(r[1]))).toList();
    }

    /** A sum over coalesced amounts, which EclipseLink answers as a BigDecimal. */
    private static Money cents(Object sum) {
        return Money.of(((Number) sum).longValue());
    }
}
