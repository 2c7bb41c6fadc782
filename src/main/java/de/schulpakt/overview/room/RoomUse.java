package de.schulpakt.overview.room;

import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.Rooms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What keeps a room from being closed, and a place that is no school from being given up. */
@ApplicationScoped
class RoomUse {
    private static final List<DeviceState> GONE = List.of(DeviceState.RETIRED, DeviceState.LOST);
    static final List<TicketState> WORK = List.of(TicketState.OPEN, TicketState.PLANNED, TicketState.SCHEDULED, TicketState.WAITING, TicketState.IN_WORK,
            TicketState.MEASURED);
    static final List<RequestState> RUNNING = List.of(RequestState.DRAFT, RequestState.SUBMITTED, RequestState.QUERIED, RequestState.AWAITING_SECOND, RequestState.APPROVED,
            RequestState.ORDERED);

    @PersistenceContext
    EntityManager em;

    /** Refuses {@code room.used_devices}, {@code room.used_tickets} or {@code room.used_requests} with how many. */
    void closing(@Observes Rooms.Closing news) {
        refuse("room.used_devices", news, Ask.of(em, Long.class, """
                select count(d) from Device d where (d.roomId = :room or d.roomId is null and d.targetRoomId = :room) and d.state not in :some""").set("some", GONE));
        refuse("room.used_tickets", news, Ask.of(em, Long.class, "select count(t) from Ticket t where t.roomId = :room and t.state in :some").set("some", WORK));
        refuse("room.used_requests", news, Ask.of(em, Long.class, """
                select count(distinct r.id) from RequestItem i join Request r on r.id = i.requestId where i.roomId = :room and r.state in :some""").set("some", RUNNING));
    }

    /** Refuses {@code place.used_devices} or {@code place.used_tickets} with how many. */
    void ending(@Observes OtherPlaces.Ending news) {
        refuse("place.used_devices", news, Ask.of(em, Long.class, "select count(d) from Device d where d.schoolId = :place and d.state not in :some").set("some", GONE));
        refuse("place.used_tickets", news, Ask.of(em, Long.class, "select count(t) from Ticket t where t.schoolId = :place and t.state in :some").set("some", WORK));
    }

    private static void refuse(String code, OtherPlaces.Ending news, Ask<Long> count) {
        long many = count.set("place", news.place().id()).one().orElse(0L);
        if (many > 0) {
            throw new Refused(code, news.name(), many);
        }
    }

    private static void refuse(String code, Rooms.Closing news, Ask<Long> count) {
        long many = count.set("room", news.room().id()).one().orElse(0L);
        if (many > 0) {
            throw new Refused(code, news.room().no(), many);
        }
    }
}
