package de.schulpakt.inventory.loan;

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

/** Questions about loans. */
@Queries
public class LoanQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Clock clock;

    /**
     * One loan.
     *
     * @throws NotFound if there is none, or it belongs to a school whose loans the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, """
                select l.id as id, l.version as version, l.no as no, l.state as state, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    d.id as deviceId, d.inventoryNo as inventoryNo, d.serial as serial, concat(m.maker, ' ', m.name) as model,
                    l.borrowerKind as kind, l.borrower as borrower, l.schoolClass as schoolClass, l.contact as contact, l.guardian as guardian,
                    l.signed as signed, l.conditionOut as conditionOut, l.accessories as accessories, l.lentAt as lentAt, l.lentBy as lentBy,
                    l.dueOn as dueOn, l.endedAt as endedAt, l.endedBy as endedBy, l.conditionIn as conditionIn, l.lacking as lacking, l.note as note,
                    l.erasedOn as erasedOn, nullif(l.signed, l.signed) as overdue
                from Loan l join School s on s.id = l.schoolId join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId
                where l.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Loan", id));
        guard.require(LOAN_VIEW, found.schoolId(), found.authorityId());
        return found.with(found.endedAt() == null && found.dueOn().isBefore(clock.today()), guard.actions(LoanFlow.FLOW, found.state(), found.schoolId()),
                history.of("Loan", id));
    }

    /**
     * One loan.
     *
     * @param borrower null: erased
     * @param lacking  accessories that did not come back
     * @param overdue  true if it is due and the device is not back
     */
    public record View(Long id, Integer version, String no, LoanState state, Long schoolId, String school, Long authorityId, Long deviceId, String inventoryNo,
            String serial, String model, Loans.BorrowerKind kind, String borrower, String schoolClass, String contact, String guardian, Boolean signed,
            Loans.LoanCondition conditionOut, String accessories, Instant lentAt, String lentBy, LocalDate dueOn, Instant endedAt, String endedBy,
            Loans.LoanCondition conditionIn, String lacking, String note, LocalDate erasedOn, Boolean overdue, Set<LoanAction> actions,
            List<HistoryEntry> timeline) {
        View with(boolean late, Set<LoanAction> may, List<HistoryEntry> lines) {
            return new View(id, version, no, state, schoolId, school, authorityId, deviceId, inventoryNo, serial, model, kind, borrower, schoolClass, contact,
                    guardian, signed, conditionOut, accessories, lentAt, lentBy, dueOn, endedAt, endedBy, conditionIn, lacking, note, erasedOn, late, may, lines);
        }
    }
}
