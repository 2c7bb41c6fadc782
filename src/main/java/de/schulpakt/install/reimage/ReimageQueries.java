package de.schulpakt.install.reimage;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.calendar.Holidays;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Questions about the days on which devices are set up anew. */
@Queries
public class ReimageQueries {
    private static final int MOST = 20;
    private static final int DAYS = 2_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;
    @Inject
    KnownKinds kinds;
    @Inject
    Holidays holidays;
    @Inject
    ReimageDays days;
    @Inject
    History history;

    /** A plan as it is read. */
    private record Read(Long id, Integer version, String no, ReimageState state, String kindDe, String kindEn, LocalDate fromOn, LocalDate untilOn, Integer perDay) {
    }

    /** A day as it is read. */
    private record Slot(Long planId, LocalDate plannedOn, Long ticketId, String no, TicketState state, Long devices, Long out) {
    }

    /** A device without a day, as it is read. */
    private record Without(Long planId, Long id, String inventoryNo, String model, LocalDate dueOn) {
    }

    /**
     * What a plan would make, without making it.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     * @throws Refused  as {@link Reimaging#plan}, but for {@code reimage.nothing}
     */
    public Look look(@Valid Reimaging.Plan cmd) {
        schools.mustBeThere(cmd.schoolId());
        guard.require(LOAN_VIEW, cmd.schoolId());
        String kind = kinds.latest(cmd.kind()).orElseThrow(() -> new Refused("ticket.kind_unknown", cmd.kind())).code();
        ReimageSpread spread = days.spread(cmd, kind);
        return new Look(spread.days().entrySet().stream().map(day -> new Planned(day.getKey(), day.getValue().stream().map(ReimageQueries::device).toList())).toList(),
                spread.left().stream().map(ReimageQueries::device).toList(), holidays.known(cmd.untilOn()));
    }

    private static Device device(ReimageSpread.Back back) {
        return new Device(back.id(), back.inventoryNo(), back.model(), back.dueOn());
    }

    /**
     * The plans of a school, the newest first; a fixed number of statements.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public Plans ofSchool(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        List<Read> plans = Ask.of(em, Read.class, """
                select p.id as id, p.version as version, p.no as no, p.state as state, k.nameDe as kindDe, k.nameEn as kindEn, p.fromOn as fromOn,
                    p.untilOn as untilOn, p.perDay as perDay
                from ReimagePlan p join TicketKind k on k.code = p.kindCode and k.latest = true where p.schoolId = :school order by p.id desc""")
                .set("school", schoolId).list(MOST);
        if (plans.isEmpty()) {
            return new Plans(List.of(), List.of());
        }
        List<Long> ids = plans.stream().map(Read::id).toList();
        List<Slot> slots = Ask.of(em, Slot.class, """
                select s.planId as planId, s.plannedOn as plannedOn, t.id as ticketId, t.no as no, t.state as state, count(s) as devices,
                    sum(case when d.lent = true then 1 else 0 end) as out
                from ReimageSlot s join Ticket t on t.id = s.ticketId join Device d on d.id = s.deviceId where s.planId in :plans
                group by s.planId, s.plannedOn, t.id, t.no, t.state order by s.plannedOn, t.id""").set("plans", ids).list(DAYS);
        List<Without> without = Ask.of(em, Without.class, """
                select s.planId as planId, d.id as id, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, s.dueOn as dueOn
                from ReimageSlot s join Device d on d.id = s.deviceId join DeviceModel m on m.id = d.modelId
                where s.planId in :plans and s.plannedOn is null order by s.dueOn, d.id""").set("plans", ids).list(DAYS);
        return new Plans(plans.stream().map(p -> new View(p.id(), p.version(), p.no(), p.state(), p.kindDe(), p.kindEn(), p.fromOn(), p.untilOn(), p.perDay(),
                slots.stream().filter(s -> s.planId().equals(p.id())).map(s -> new Day(s.plannedOn(), s.ticketId(), s.no(), s.state(), s.devices(), s.out())).toList(),
                without.stream().filter(w -> w.planId().equals(p.id())).map(w -> new Device(w.id(), w.inventoryNo(), w.model(), w.dueOn())).toList(),
                guard.actions(ReimageFlow.FLOW, p.state(), schoolId))).toList(), history.ofAll("ReimagePlan", ids));
    }

    /**
     * The plans of a school.
     *
     * @param timeline who planned and took back, when and why
     */
    public record Plans(List<View> plans, List<HistoryEntry> timeline) {
    }

    /**
     * What a plan would make.
     *
     * @param left  devices for which no day is left
     * @param known false if the public holidays up to the last day are not known
     */
    public record Look(List<Planned> days, List<Device> left, boolean known) {
    }

    /** A day with its devices. */
    public record Planned(LocalDate plannedOn, List<Device> devices) {
    }

    /** A device and the day on which it is back. */
    public record Device(Long id, String inventoryNo, String model, LocalDate dueOn) {
    }

    /**
     * A day with its ticket.
     *
     * @param out devices that are lent still, to whomever
     */
    public record Day(LocalDate plannedOn, Long ticketId, String no, TicketState state, Long devices, Long out) {
    }

    /**
     * A plan.
     *
     * @param left devices for which no day was left
     */
    public record View(Long id, Integer version, String no, ReimageState state, String kindDe, String kindEn, LocalDate fromOn, LocalDate untilOn, Integer perDay,
            List<Day> days, List<Device> left, Set<ReimageAction> actions) {
        /** The name of the kind of its tickets in a language. */
        public String kind(String language) {
            return "en".equals(language) ? kindEn : kindDe;
        }
    }
}
