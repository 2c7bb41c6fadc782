package de.schulpakt.demo;

import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.list.ListView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Tickets and devices of the demo. */
@ApplicationScoped
class DemoWork {
    @Inject
    Tickets tickets;
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
