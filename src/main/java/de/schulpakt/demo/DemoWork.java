package de.schulpakt.demo;

import de.schulpakt.install.defect.Defects;
import de.schulpakt.install.effort.Effort;
import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.install.planning.Skills;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.survey.Surveys;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.install.trip.Trips;
import de.schulpakt.install.wave.Waves;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tickets and devices of the demo. */
@ApplicationScoped
class DemoWork {
    @Inject
    SchoolQueries schools;
    @Inject
    Tickets tickets;
    @Inject
    TicketWork ticketWork;
    @Inject
    Defects defects;
    @Inject
    Waves waves;
    @Inject
    Stores stores;
    @Inject
    Effort effort;
    @Inject
    EffortQueries effortQueries;
    @Inject
    Skills skills;
    @Inject
    Surveys surveys;
    @Inject
    Trips trips;
    @Inject
    Visits visits;
    @Inject
    TicketQueries ticketQueries;
    @Inject
    TicketList ticketList;
    @Inject
    DeviceList deviceList;
    @Inject
    Devices devices;
    @Inject
    DeviceQueries deviceQueries;

    /** The tickets of a school, the oldest first. */
    List<Long> of(Long school) {
        return ticketList.page(ListView.all().with("school", school).with("size", 200)).rows().stream().map(TicketQueries.Row::id).sorted()
                .toList();
    }

    void take(Long ticket) {
        tickets.take(ticket, step(ticket));
    }

    void schedule(Long ticket, Instant start, int minutes, String contact, String note) {
        visits.schedule(ticket, new Visits.Schedule(version(ticket), start, minutes, contact, note));
    }

    void start(Long ticket) {
        tickets.start(ticket, step(ticket));
    }

    void await(Long ticket, String reason) {
        tickets.await(ticket, new Tickets.Wait(version(ticket), null, reason));
    }

    void measure(Long ticket, String socket, String port, String length, int signal) {
        TicketQueries.View view = ticketQueries.view(ticket);
        tickets.measure(ticket, new Tickets.Measure(view.version(), view.roomId(), socket, port, CableClass.EA, new BigDecimal(length),
                signal, true, null));
    }

    void accept(Long ticket) {
        tickets.accept(ticket, new Tickets.Step(version(ticket), null));
    }

    /** Radio for a place that is no school, in a room of it; somebody has taken it. */
    void radio(Long room) {
        Long place = schools.room(room).schoolId();
        take(tickets.open(new Tickets.Open(place, room, "ACCESS_POINT", "WLAN im Foyer des Rathauses", null, null, null, null)));
    }

    /** Tablets are given out at a school: work that the school accepts. */
    Long handOut(Long school, Long room, String title) {
        Long ticket = tickets.open(new Tickets.Open(school, room, "ROLL_OUT", title, null, null, null, null));
        take(ticket);
        start(ticket);
        for (int line = 1; line <= ticketQueries.view(ticket).work().stepsDe().lines().count(); line++) {
            ticketWork.tick(ticket, new TicketWork.Tick(line, true));
        }
        ticketWork.finish(ticket, new TicketWork.Finish(version(ticket), null, "20 Tablets eingerichtet, geladen und in den Wagen gestellt."));
        return ticket;
    }

    /** What the technician can do, found in a room, and knows of the keys of a school. */
    void know(Long school, Long room) {
        skills.set(new Skills.Set(Set.of("INSTALLATION", "FAULT", "ACCESS_POINT", "SWITCH")));
        surveys.record(new Surveys.Record(room, false, "Für 24 Ladeplätze fehlt ein eigener Stromkreis"));
        trips.access(school, new Trips.Access(null, "Generalschlüssel im Sekretariat gegen Unterschrift", "Hausmeister 7 bis 13 Uhr"));
    }

    /** The school accepts with defects. */
    void acceptWith(Long ticket, LocalDate until, String... found) {
        defects.accept(ticket, new Defects.Accept(version(ticket), null,
                Stream.of(found).map(what -> new Defects.Found(what, until, null, null)).toList()));
    }

    /** A wave for the rooms of a kind. */
    void wave(Long authority, List<Long> schools, RoomKind kind, String name, LocalDate startsOn) {
        waves.create(new Waves.Plan(authority, name, schools, null, null, kind, startsOn, List.of(
                new Waves.Trade("CABLING", false, true, 2, List.of(new Waves.Material("Doppeldose Cat. 6A", new BigDecimal("2")),
                        new Waves.Material("m Installationskabel", new BigDecimal("80")))),
                new Waves.Trade("ACCESS_POINT", false, true, 4, List.of(new Waves.Material("LANCOM LX-6402", BigDecimal.ONE))),
                new Waves.Trade("ROLL_OUT", false, false, 4, null))));
    }

    /** A store-room and a van, and what of it a ticket used; the id of the store-room. */
    Long stock(Long authority, Long ticket) {
        Long room = stores.open(new Stores.Open(authority, "Lagerraum Rathaus"));
        Long van = stores.open(new Stores.Open(authority, "Bus 1"));
        stores.receive(room, new Stores.Receive("Doppeldose Cat. 6A", "Stück", new BigDecimal("40"), 47_600L, "LS 2093"));
        stores.receive(room, new Stores.Receive("Installationskabel Cat. 7", "m", new BigDecimal("500"), 59_500L, "LS 2093"));
        stores.move(room, new Stores.Move(van, "Doppeldose Cat. 6A", "Stück", new BigDecimal("10")));
        stores.move(room, new Stores.Move(van, "Installationskabel Cat. 7", "m", new BigDecimal("120.5")));
        effort.use(ticket, new Effort.Use(van, "Doppeldose Cat. 6A", "Stück", BigDecimal.ONE));
        effort.spend(ticket, new Effort.Spend(40, null, "Dose gesetzt"));
        return room;
    }

    /** The first money that can have paid what came there is said to have done so. */
    void paid(Long store) {
        Long budget = effortQueries.payers(store, null, null).get(0).id();
        effortQueries.store(store).lots().forEach(lot -> stores.pay(lot.id(), new Stores.Pay(lot.version(), budget, "Rechnung R-2093")));
    }

    void close(Long ticket) {
        tickets.close(ticket, step(ticket));
    }

    /** Puts some devices of a kind that wait in the school's stock into a room, and into service if wanted. */
    void place(Long school, ModelKind kind, Long room, int most, boolean serve) {
        List<DeviceQueries.Row> waiting = deviceList.page(ListView.all().with("school", school).with("state", DeviceState.IN_STOCK)
                        .with("kind", kind).with("size", 200))
                .rows().stream().filter(d -> d.roomId() == null).limit(most).toList();
        for (DeviceQueries.Row device : waiting) {
            devices.place(device.id(), new Devices.Place(deviceQueries.view(device.id()).version(), room));
            if (serve) {
                devices.serve(device.id(), new Devices.Serve(deviceQueries.view(device.id()).version(), null));
            }
        }
    }

    private Tickets.Step step(Long ticket) {
        return new Tickets.Step(version(ticket), null);
    }

    private Integer version(Long ticket) {
        return ticketQueries.view(ticket).version();
    }
}
