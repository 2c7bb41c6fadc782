package de.schulpakt.install.reimage;

import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Which devices come back, and which days are there for them. Whoever calls has asked the guard. */
@ApplicationScoped
class ReimageDays {
    private static final int LONGEST = 366;
    private static final int YEARS = 3;
    private static final int MOST = 2_000;
    private static final List<TicketState> RUNNING = Arrays.stream(TicketState.values()).filter(TicketState::pending).toList();

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    LevelClock levels;
    @Inject
    SiteDays site;

    /**
     * Spreads what comes back over the days of a plan.
     *
     * @throws Refused {@code reimage.days} for days that are over, stand the wrong way round, are more than a year apart or more than three years ahead
     */
    ReimageSpread spread(Reimaging.Plan cmd, String kind) {
        LocalDate today = clock.today();
        if (cmd.untilOn().isBefore(cmd.fromOn()) || cmd.untilOn().isBefore(today) || cmd.fromOn().isAfter(today.plusYears(YEARS))
                || cmd.untilOn().isAfter(cmd.fromOn().plusDays(LONGEST))) {
            throw new Refused("reimage.days", cmd.fromOn(), cmd.untilOn());
        }
        LocalDate from = cmd.fromOn().isBefore(today) ? today : cmd.fromOn();
        Set<LocalDate> shut = site.shut(cmd.schoolId(), from, cmd.untilOn());
        WorkingTime time = levels.time();
        List<LocalDate> open = from.datesUntil(cmd.untilOn().plusDays(1)).filter(day -> time.works(day) && !shut.contains(day)).toList();
        return ReimageSpread.of(back(cmd, kind, today), open, cmd.perDay());
    }

    private List<ReimageSpread.Back> back(Reimaging.Plan cmd, String kind, LocalDate today) {
        return Ask.of(em, ReimageSpread.Back.class, """
                select d.id as id, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, l.schoolClass as schoolClass, l.dueOn as dueOn
                from Loan l join Device d on d.id = l.deviceId join DeviceModel m on m.id = d.modelId
                where l.schoolId = :school and l.state = :lent and l.borrowerKind <> :teacher and l.dueOn <= :until and d.state in :there
                and not exists (select x.id from TicketDevice x join Ticket t on t.id = x.ticketId join TicketKind k on k.id = t.kindId
                    where x.deviceId = d.id and k.code = :kind and t.state in :running) order by l.dueOn, d.id""")
                .set("school", cmd.schoolId()).set("lent", LoanState.LENT).set("teacher", Loans.BorrowerKind.TEACHER).set("until", cmd.untilOn())
                .set("there", List.of(DeviceState.IN_STOCK, DeviceState.IN_SERVICE)).set("kind", kind).set("running", RUNNING).list(MOST).stream()
                .map(one -> one.dueOn().isBefore(today) ? new ReimageSpread.Back(one.id(), one.inventoryNo(), one.model(), one.schoolClass(), today) : one).toList();
    }
}
