package de.schulpakt.funding.annex;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Questions about the decision of the granting body. Amounts are eligible expenditure, own share included, in cents, unless said otherwise. */
@Queries
public class DecisionQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    ApplicationQueries applications;
    @Inject
    History history;

    /** What the decision says for a school. */
    public record School(Long annexId, String school, Long appliedCents, Long approvedCents) {
    }

    /**
     * The first decision about an application; what came later stands in its versions.
     *
     * @param grantCents grant money: eligible expenditure less own share
     * @param terms      ancillary terms that it names, null if none are recorded
     * @param rest       what it granted and no position had, null if there is nothing of the kind
     * @param timeline   what was done with its files
     */
    public record View(Long applicationId, String applicationNo, String applicationTitle, ApplicationState state, String reference, LocalDate decidedOn, LocalDate periodFrom,
            LocalDate periodTo, String terms, String termsVersion, Long appliedCents, Long approvedCents, Long ownShareCents, Long grantCents, List<School> schools,
            ApplicationQueries.Rest rest, List<HistoryEntry> timeline) {
    }

    /**
     * The decision about an application.
     *
     * @throws NotFound if it is not decided, there is none, or the asker may not see it
     */
    public View view(long applicationId) {
        Long authority = Ask.of(em, Long.class, "select a.authorityId from Application a where a.id = :id and a.decidedOn is not null").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Decision", applicationId));
        try {
            guard.requireAward(APPLICATION_VIEW, applicationId, authority);
        } catch (NotFound hidden) {
            throw new NotFound("Decision", applicationId);
        }
        ApplicationQueries.View a = applications.view(applicationId);
        List<School> schools = a.annexes().stream().map(x -> new School(x.id(), x.school(), x.appliedCents(),
                x.positions().stream().mapToLong(p -> p.approvedCents() == null ? 0 : p.approvedCents()).sum())).toList();
        return new View(applicationId, a.no(), a.title(), a.state(), a.decisionReference(), a.decidedOn(), a.periodFrom(), a.periodTo(), a.terms(), a.termsVersion(),
                a.appliedCents(), a.approvedCents(), a.ownShareCents(), a.grantCents(), schools, a.rest(), history.of("Decision", applicationId));
    }
}
