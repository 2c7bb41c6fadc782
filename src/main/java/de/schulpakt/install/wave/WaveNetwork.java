package de.schulpakt.install.wave;

import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the network of a place is accepted before devices come, and whether a rule asks for that. */
@ApplicationScoped
class WaveNetwork {
    /** JPQL that is true if the room {@code w.roomId} has a socket whose cable was measured and passed. */
    static final String MEASURED = """
            exists (select ce.id from NetworkUnit cu, NetworkPort cp, NetworkEnd ce, NetworkCable cc where cu.roomId = w.roomId
            and cu.kind = de.schulpakt.install.network.UnitKind.SOCKET and cu.live = true and cp.unitId = cu.id and ce.portId = cp.id
            and ce.face = de.schulpakt.install.network.Face.REAR and ce.live = true and cc.id = ce.cableId and cc.passed = true)""";
    private static final Set<TicketState> ACCEPTED = EnumSet.of(TicketState.ACCEPTED, TicketState.ACCEPTED_WITH_DEFECTS, TicketState.CLOSED);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** The work of network trades at the place of a ticket. */
    private record Work(String no, TicketState state) {
    }

    /** A programme and a category that pay. */
    private record Paid(Long programmeId, Enum<?> category) {
    }

    /** A rule that asks for the network, of a category or of all. */
    private record Rule(Long programmeId, String category) {
        boolean holds(Paid paid) {
            return programmeId.equals(paid.programmeId()) && ("ALL".equals(category) || category.equals(paid.category().name()));
        }
    }

    /** A ticket that brings devices. */
    private record Devices(Long id, Long waveId, Long buildingId, Long roomId) {
    }

    /** What keeps devices from the place of a ticket: the number of a ticket of the network, or a hyphen where there is no network at all. */
    Optional<String> missing(Long ticketId) {
        return Ask.of(em, Devices.class, """
                select w.id as id, w.waveId as waveId, w.buildingId as buildingId, w.roomId as roomId from WaveTicket w join WaveTrade d on d.id = w.tradeId
                    join Ticket t on t.id = w.ticketId join TicketKind k on k.id = t.kindId
                where w.ticketId = :ticket and d.network = false and w.waiver is null
                    and k.devices <> de.schulpakt.install.kind.KindDevices.NONE""").set("ticket", ticketId).one().flatMap(this::missing);
    }

    /** Network work of any wave counts: what was left out of one, as another does it, is still to come. */
    private Optional<String> missing(Devices devices) {
        Ask<Work> ask = Ask.of(em, Work.class, """
                select t.no as no, t.state as state from WaveTicket w join WaveTrade d on d.id = w.tradeId join Ticket t on t.id = w.ticketId
                where d.network = true and w.buildingId = :building and t.state <> :cancelled"""
                + (devices.roomId() == null ? "" : " and (w.roomId is null or w.roomId = :room)") + " order by w.id")
                .set("building", devices.buildingId()).set("cancelled", TicketState.CANCELLED);
        List<Work> works = (devices.roomId() == null ? ask : ask.set("room", devices.roomId())).list();
        if (!works.isEmpty()) {
            return works.stream().filter(work -> !ACCEPTED.contains(work.state())).map(Work::no).findFirst();
        }
        boolean there = Ask.of(em, Long.class, "select count(w) from WaveTicket w where w.id = :id and "
                + (devices.roomId() == null ? MEASURED.replace("cu.roomId = w.roomId", "cu.roomId in (select m.id from Room m where m.buildingId = w.buildingId)") : MEASURED))
                .set("id", devices.id()).one().orElse(0L) > 0;
        return there ? Optional.empty() : Optional.of("-");
    }

    /**
     * True if a verified rule asks for the network first before what pays these devices: the rules of the programmes and categories of the
     * devices of the ticket; where it names none yet, of the money that the school has.
     */
    boolean demanded(Long ticketId, Long schoolId) {
        List<Paid> devices = Ask.of(em, Paid.class, """
                select distinct b.programmeId as programmeId, b.category as category from TicketDevice x join DevicePayer p on p.deviceId = x.deviceId
                    join Budget b on b.id = p.budgetId where x.ticketId = :ticket and b.programmeId is not null""").set("ticket", ticketId).list();
        long named = Ask.of(em, Long.class, "select count(x) from TicketDevice x where x.ticketId = :ticket").set("ticket", ticketId).one().orElse(0L);
        List<Paid> paid = named > 0 ? devices : Ask.of(em, Paid.class,
                "select distinct b.programmeId as programmeId, b.category as category from Budget b where b.schoolId = :school and b.programmeId is not null")
                .set("school", schoolId).list();
        return !paid.isEmpty() && Ask.of(em, Rule.class, """
                select r.programmeId as programmeId, r.category as category from ProgrammeRule r
                where r.kind = de.schulpakt.funding.programme.RuleKind.NETWORK_FIRST and upper(r.value) = 'YES'
                and r.verified = true and r.withdrawnAt is null and r.validFrom <= :today and r.programmeId in :programmes
                and not exists (select n.id from ProgrammeRule n where n.programmeId = r.programmeId and n.kind = r.kind and n.category = r.category
                    and n.withdrawnAt is null and n.verified = true and n.validFrom > r.validFrom and n.validFrom <= :today)""")
                .set("today", clock.today()).set("programmes", paid.stream().map(Paid::programmeId).distinct().toList()).list().stream()
                .anyMatch(rule -> paid.stream().anyMatch(rule::holds));
    }
}
