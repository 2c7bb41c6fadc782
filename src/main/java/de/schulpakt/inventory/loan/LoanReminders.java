package de.schulpakt.inventory.loan;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** Devices that are due in three days, or overdue: the school is told of each sheet, and once a week again while something is missing. */
@UseCases
@Unguarded("An inner door of the job: who lends at the school is told.")
class LoanReminders {
    private static final int BEFORE = 3;
    private static final int AGAIN = 7;
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    News news;
    @Inject
    Clock clock;

    /** A sheet of which devices are out, and the first day on which one of them is due. */
    record Due(Long id, String no, Long schoolId, LocalDate dueOn) {
    }

    /** Those that are to be told of today. */
    List<Due> waiting() {
        LocalDate today = clock.today();
        return Ask.of(em, Due.class, """
                select s.id as id, s.no as no, s.schoolId as schoolId, min(l.dueOn) as dueOn
                from LoanSheet s join LoanSheetItem i on i.sheetId = s.id join Loan l on l.id = i.loanId
                where i.out = true and l.endedAt is null and l.dueOn <= :soon
                and (s.remindedOn is null or s.remindedOn <= :again or l.dueOn < :today and s.remindedOn <= l.dueOn)
                group by s.id, s.no, s.schoolId order by s.id""").set("soon", today.plusDays(BEFORE)).set("today", today).set("again", today.minusDays(AGAIN)).list(AT_ONCE);
    }

    /** Tells the school, and keeps that it was told. */
    void tell(Due due) {
        LocalDate today = clock.today();
        int told = em.createQuery("update LoanSheet s set s.remindedOn = :today where s.id = :id and (s.remindedOn is null or s.remindedOn <> :today)")
                .setParameter("today", today).setParameter("id", due.id()).executeUpdate();
        Ref sheet = new Ref("LoanSheet", due.id(), due.no()).ofSchool(due.schoolId());
        if (told > 0 && due.dueOn().isBefore(today)) {
            news.tell(due.schoolId(), "message.loan_overdue", sheet);
        } else if (told > 0) {
            news.tell(due.schoolId(), "message.loan_due", sheet);
        }
    }
}
