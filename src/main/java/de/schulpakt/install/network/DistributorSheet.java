package de.schulpakt.install.network;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** What hangs in the door of a distributor: each of its ports, and where the cable leads. */
@ApplicationScoped
class DistributorSheet implements Printable {
    @Inject
    NetworkQueries network;
    @Inject
    SchoolQueries schools;

    @Override
    public String name() {
        return "distributor";
    }

    @Override
    public String subject() {
        return "NetworkUnit";
    }

    @Override
    public String kept() {
        return null;
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        NetworkQueries.Within within = network.within(id);
        NetworkQueries.Unit unit = within.unit();
        SchoolQueries.View school = schools.school(unit.schoolId());
        Sheet sheet = Sheet.of(name(), locale, unit.name()).titled("print.distributor.title", unit.name()).from(school.authorityId(), school.authority());
        sheet.fact("network.kind", sheet.word(unit.kind()))
                .fact("network.school", Sheet.lines(school.name(), school.address()))
                .fact("network.room", Sheet.lines(unit.room(), Sheet.joined(unit.building(), unit.floor())))
                .fact("network.note", unit.note());
        Long shown = null;
        for (NetworkQueries.Port port : within.ports()) {
            if (!port.unitId().equals(shown)) {
                shown = port.unitId();
                sheet.table("print.distributor.unit", sheet.column("network.port", 12), sheet.column("network.front", 28),
                        sheet.column("network.rear", 28), sheet.number("network.vlan", 8), sheet.column("network.note", 24));
            }
            sheet.row(Sheet.lines(port.name(), port.unit()), plugged(port.front()), plugged(port.rear()), port.vlan() == null ? "" : String.valueOf(port.vlan()),
                    Sheet.lines(Boolean.TRUE.equals(port.leadsUp()) ? sheet.text("network.leads_up") : null,
                            Boolean.TRUE.equals(port.closed()) ? sheet.text("network.closed") : null, port.note()));
        }
        if (within.ports().isEmpty()) {
            sheet.words(sheet.text("network.ports_none"));
        }
        return sheet;
    }

    private static String plugged(NetworkQueries.Plugged end) {
        return end == null ? "" : Sheet.lines(end.unit() + " / " + end.port(), Sheet.joined(end.room(), end.label()));
    }
}
