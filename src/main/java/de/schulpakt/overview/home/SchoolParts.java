package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.overview.readiness.ReadinessQueries;
import de.schulpakt.overview.readiness.RoomStanding;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** The parts of a school's page that other modules know about: readiness of the rooms, money, requests, devices, tickets. */
@Queries
public class SchoolParts {
    /**
     * The parts of a school's page that other modules know about. What the asker may not see is null or empty, counts included.
     *
     * @param ready   how many rooms are ready
     * @param planned how many rooms have or get anything
     */
    public record View(Long schoolId, Long ready, Long planned, List<ReadinessQueries.Readiness> rooms, List<SchoolHomeQueries.CategoryMoney> money, Long freeCents,
            List<SchoolHomeQueries.Asked> requests, Long requestCount, List<SchoolHomeQueries.DeviceLine> devices, Long deviceCount, List<TechnicianHomeQueries.TicketLine> tickets,
            Long openTickets) {
    }

    private static final int SHORT = 6;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    ReadinessQueries readiness;
    @Inject
    SchoolHomeQueries lists;
    @Inject
    TechnicianHomeQueries tickets;

    /**
     * The parts of one school. What the asker may not see of it is null or empty.
     *
     * @throws NotFound if the asker may not see the school
     */
    public View parts(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        boolean seesMoney = guard.may(BUDGET_VIEW, schoolId);
        boolean seesRequests = guard.may(REQUEST_VIEW, schoolId);
        boolean seesDevices = guard.may(DEVICE_VIEW, schoolId);
        boolean seesTickets = guard.may(TICKET_VIEW, schoolId);
        List<ReadinessQueries.Readiness> rooms = readiness.rooms(schoolId);
        List<SchoolHomeQueries.CategoryMoney> money = seesMoney ? lists.money(schoolId) : null;
        Counts counts = Ask.of(em, Counts.class, """
                select (select count(r.id) from Request r where r.schoolId = s.id) as requests, (select count(d.id) from Device d
                    where d.schoolId = s.id and d.state <> :retired) as devices, (select count(t.id) from Ticket t
                    where t.schoolId = s.id and t.state in :open) as tickets from School s where s.id = :school""")
                .set("retired", DeviceState.RETIRED).set("open", TechnicianHomeQueries.OPEN).set("school", schoolId).one()
                .orElseThrow(() -> new NotFound("School", schoolId));
        return new View(schoolId, rooms.stream().filter(r -> r.standing() == RoomStanding.READY).count(),
                rooms.stream().filter(r -> r.standing() != RoomStanding.EMPTY && r.standing() != RoomStanding.UNKNOWN).count(), rooms, money,
                money == null ? null : money.stream().mapToLong(SchoolHomeQueries.CategoryMoney::freeCents).sum(),
                seesRequests ? lists.requestsOf(schoolId) : List.of(), seesRequests ? counts.requests() : null,
                seesDevices ? lists.devicesOf(schoolId, SHORT) : List.of(), seesDevices ? counts.devices() : null,
                seesTickets ? tickets.of(schoolId, SHORT) : List.of(), seesTickets ? counts.tickets() : null);
    }

    /** How many there are. */
    record Counts(Long requests, Long devices, Long tickets) {
    }
}
