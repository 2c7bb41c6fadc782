package de.schulpakt.inventory.claim;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about claims. */
@Queries
public class ClaimQueries {
    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;

    /**
     * One claim.
     *
     * @throws NotFound if there is none, or it belongs to a school whose loans the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, """
                select c.id as id, c.version as version, c.no as no, c.state as state, c.kind as kind, c.label as label, c.amountCents as amountCents,
                    c.words as words, c.dueOn as dueOn, c.openedAt as openedAt, c.openedBy as openedBy, c.paidOn as paidOn, l.id as loanId, l.no as loanNo,
                    l.borrower as borrower, l.schoolClass as schoolClass, l.guardian as guardian, l.endedAt as endedAt, d.id as deviceId,
                    d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    case when c.id < 0 then true else false end as overdue
                from LoanClaim c join Loan l on l.id = c.loanId join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId
                    join School s on s.id = c.schoolId where c.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("LoanClaim", id));
        guard.require(LOAN_VIEW, found.schoolId(), found.authorityId());
        return found.with(found.state() == ClaimState.OPEN && found.dueOn().isBefore(clock.today()), guard.actions(ClaimFlow.FLOW, found.state(), found.schoolId()),
                history.of("LoanClaim", id));
    }

    /** The claims for a loan, the first one first. */
    public List<OfLoan> ofLoan(long loanId) {
        Long school = Ask.of(em, Long.class, "select l.schoolId from Loan l where l.id = :id").set("id", loanId).one().orElseThrow(() -> new NotFound("Loan", loanId));
        guard.require(LOAN_VIEW, school);
        return Ask.of(em, OfLoan.class, "select c.id as id, c.no as no, c.state as state, c.label as label, c.amountCents as amountCents from LoanClaim c"
                + " where c.loanId = :loan order by c.id").set("loan", loanId).list(MOST);
    }

    /** A claim for a loan; the amount in cents. */
    public record OfLoan(Long id, String no, ClaimState state, String label, Long amountCents) {
    }

    /**
     * One claim with all that its page shows; amounts in cents.
     *
     * @param borrower null: erased
     * @param endedAt  when the loan ended, null if it runs
     * @param overdue  true if it was to be paid by now
     */
    public record View(Long id, Integer version, String no, ClaimState state, Claims.ClaimKind kind, String label, Long amountCents, String words, LocalDate dueOn,
            Instant openedAt, String openedBy, LocalDate paidOn, Long loanId, String loanNo, String borrower, String schoolClass, String guardian, Instant endedAt,
            Long deviceId, String inventoryNo, String model, Long schoolId, String school, Long authorityId, Boolean overdue,
            Set<ClaimAction> actions, List<HistoryEntry> timeline) {
        View with(boolean late, Set<ClaimAction> may, List<HistoryEntry> lines) {
            return new View(id, version, no, state, kind, label, amountCents, words, dueOn, openedAt, openedBy, paidOn, loanId, loanNo, borrower, schoolClass,
                    guardian, endedAt, deviceId, inventoryNo, model, schoolId, school, authorityId, late, may, lines);
        }
    }
}
