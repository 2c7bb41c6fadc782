package de.schulpakt.demo;

import de.schulpakt.install.AcceptTicket;
import de.schulpakt.install.CableClass;
import de.schulpakt.install.MeasureTicket;
import de.schulpakt.install.ScheduleVisit;
import de.schulpakt.install.TicketFilter;
import de.schulpakt.install.TicketQueries;
import de.schulpakt.install.TicketRow;
import de.schulpakt.install.TicketStep;
import de.schulpakt.install.TicketView;
import de.schulpakt.install.Tickets;
import de.schulpakt.install.WaitTicket;
import de.schulpakt.inventory.DeviceFilter;
import de.schulpakt.inventory.DeviceQueries;
import de.schulpakt.inventory.DeviceRow;
import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.Devices;
import de.schulpakt.inventory.ModelKind;
import de.schulpakt.inventory.PlaceDevice;
import de.schulpakt.inventory.ServeDevice;
import de.schulpakt.platform.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Tickets and devices of the demo. */
@ApplicationScoped
class DemoWork {
    private static final PageRequest ALL = new PageRequest(1, 200, null);
    @Inject
    Tickets tickets;
    @Inject
    TicketQueries ticketQueries;
    @Inject
    Devices devices;
    @Inject
    DeviceQueries deviceQueries;

    /** The tickets of a school, the oldest first. */
    List<Long> of(Long school) {
        return ticketQueries.list(new TicketFilter(null, school, null, null, null), ALL).rows().stream().map(TicketRow::id).sorted()
                .toList();
    }

    void take(Long ticket) {
        tickets.take(step(ticket));
    }

    void schedule(Long ticket, Instant start, int minutes, String contact, String note) {
        tickets.schedule(new ScheduleVisit(ticket, version(ticket), start, minutes, contact, note));
    }

    void start(Long ticket) {
        tickets.start(step(ticket));
    }

    void await(Long ticket, String reason) {
        tickets.await(new WaitTicket(ticket, version(ticket), reason));
    }

    void measure(Long ticket, String socket, String port, String length, int signal) {
        TicketView view = ticketQueries.view(ticket);
        tickets.measure(new MeasureTicket(ticket, view.version(), view.roomId(), socket, port, CableClass.EA, new BigDecimal(length),
                signal, true, null));
    }

    void accept(Long ticket) {
        tickets.accept(new AcceptTicket(ticket, version(ticket), null));
    }

    void close(Long ticket) {
        tickets.close(step(ticket));
    }

    /** Puts some devices of a kind that wait in the school's stock into a room, and into service if wanted. */
    void place(Long school, ModelKind kind, Long room, int most, boolean serve) {
        List<DeviceRow> waiting = deviceQueries.list(new DeviceFilter(null, school, DeviceState.IN_STOCK, null, kind, null, null), ALL)
                .rows().stream().filter(d -> d.roomId() == null).limit(most).toList();
        for (DeviceRow device : waiting) {
            devices.place(new PlaceDevice(device.id(), deviceQueries.view(device.id()).version(), room));
            if (serve) {
                devices.serve(new ServeDevice(device.id(), deviceQueries.view(device.id()).version(), null));
            }
        }
    }

    private TicketStep step(Long ticket) {
        return new TicketStep(ticket, version(ticket), null);
    }

    private Integer version(Long ticket) {
        return ticketQueries.view(ticket).version();
    }
}
