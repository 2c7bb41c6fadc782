package de.schulpakt.install.protocol;

import de.schulpakt.install.ticket.TicketAction;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The protocol of an acceptance: where which device was installed, what was measured, what the school found, and who accepted. */
@ApplicationScoped
class ProtocolSheet implements Printable {
    private static final Set<String> ACCEPTED = Set.of(Texts.key(TicketAction.ACCEPT), Texts.key(TicketAction.ACCEPT_WITH_DEFECTS));
    @Inject
    TicketQueries tickets;
    @Inject
    SchoolQueries schools;

    @Override
    public String name() {
        return "protocol";
    }

    @Override
    public String subject() {
        return "Ticket";
    }

    @Override
    public String kept() {
        return "ACCEPTANCE";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        TicketQueries.View ticket = tickets.view(id);
        SchoolQueries.View school = schools.school(ticket.schoolId());
        Sheet sheet = Sheet.of(name(), locale, ticket.no()).titled("print.protocol.title", ticket.no())
                .from(school.authorityId(), school.authority());
        sheet.fact("print.protocol.work", ticket.title())
                .fact("ticket.state", sheet.word(ticket.state()))
                .fact("ticket.school", Sheet.lines(ticket.school(), ticket.street(), Sheet.joined(ticket.postcode(), ticket.city())))
                .fact("ticket.room", Sheet.lines(ticket.room(), ticket.building(), ticket.floor()))
                .fact("ticket.device", Sheet.joined(ticket.maker(), ticket.model()))
                .fact("ticket.serial", ticket.serial())
                .fact("ticket.inventory_no", ticket.inventoryNo())
                .fact("ticket.order", ticket.orderNo())
                .fact("print.protocol.technician", ticket.assignee());
        measurements(sheet, ticket, locale);
        rooms(sheet, ticket);
        sheet.heading("print.protocol.acceptance");
        HistoryEntry accepted = ticket.timeline().stream().filter(e -> ACCEPTED.contains(e.action())).findFirst().orElse(null);
        if (accepted == null) {
            sheet.words(sheet.text("print.protocol.open")).signs("print.protocol.sign_school", "print.protocol.sign_technician");
            return sheet;
        }
        sheet.signable().fact("print.protocol.result", sheet.text(accepted.action().equals(Texts.key(TicketAction.ACCEPT)) ? "print.protocol.accepted" : "print.protocol.accepted_defects"))
                .fact("print.protocol.on", sheet.instant(accepted.at()))
                .fact("print.protocol.by", accepted.actor())
                .fact("ticket.defects", ticket.defects())
                .fact("ticket.accept.note", accepted.note() == null || accepted.note().equals(ticket.defects()) ? null : accepted.note());
        if (!ticket.defectLines().isEmpty()) {
            sheet.table("ticket.defects", sheet.column("defect.what", 38), sheet.column("ticket.room", 14), sheet.column("defect.due", 14), sheet.column("defect.owner", 18),
                    sheet.column("defect.follow", 16));
            ticket.defectLines().forEach(one -> sheet.row(one.what(), one.room() == null ? "" : one.room(), sheet.date(one.dueOn()), one.owner() == null ? "" : one.owner(), one.no()));
        }
        return sheet;
    }

    /** Room by room: its devices, and whether and by whom it was accepted. */
    private static void rooms(Sheet sheet, TicketQueries.View ticket) {
        if (ticket.rooms().isEmpty()) {
            return;
        }
        sheet.table("acceptance.rooms", sheet.column("ticket.room", 22), sheet.column("ticket.device", 36), sheet.column("acceptance.state", 20),
                sheet.column("acceptance.on", 22));
        for (TicketQueries.RoomRow room : ticket.rooms()) {
            String devices = ticket.devices().stream().filter(one -> room.id().equals(one.roomId())).map(one -> one.model() + " · " + one.inventoryNo())
                    .collect(Collectors.joining("\n"));
            sheet.row(Sheet.lines(room.name(), room.building()), devices,
                    sheet.text(room.accepted() ? room.defects() ? "acceptance.defects" : "acceptance.accepted" : "acceptance.waits"),
                    room.accepted() ? Sheet.lines(sheet.instant(room.acceptedAt()), room.acceptedBy()) : "");
        }
    }

    private static void measurements(Sheet sheet, TicketQueries.View ticket, Locale locale) {
        if (ticket.measurements().isEmpty()) {
            sheet.heading("ticket.card.measurements").words(sheet.text("ticket.measurements.empty"));
            return;
        }
        sheet.table("ticket.card.measurements", sheet.column("ticket.measured.at", 22), sheet.column("ticket.measure.socket", 15),
                sheet.column("ticket.measure.port", 17), sheet.column("ticket.measure.class", 12), sheet.number("ticket.measure.length", 10),
                sheet.number("ticket.measure.signal", 10), sheet.column("print.protocol.passed", 14));
        for (TicketQueries.MeasurementRow m : ticket.measurements()) {
            sheet.row(Sheet.lines(sheet.instant(m.measuredAt()), m.actor()), m.socket(), m.switchPort(), sheet.word(m.cableClass()),
                    m.lengthM() == null ? "" : NumberFormat.getInstance(locale).format(m.lengthM()),
                    m.signalDbm() == null ? "" : String.valueOf(m.signalDbm()),
                    Sheet.lines(sheet.text(m.passed() ? "ticket.passed" : "ticket.failed"), m.note()));
        }
    }
}
