package de.schulpakt.install.planning;

import static de.schulpakt.identity.Permission.TICKET_ACCEPT;
import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** A visit has papers: photos of what was found, a note of who was there. Seen by who sees the ticket. */
@ApplicationScoped
class VisitPapers implements PaperSubject {
    @Override
    public String type() {
        return "Visit";
    }

    @Override
    public Permission permission() {
        return TICKET_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(TICKET_OPEN, TICKET_WORK, TICKET_ACCEPT);
    }

    @Override
    public String jpql() {
        return "select t.no as no, t.schoolId as schoolId, nullif(t.schoolId, t.schoolId) as authorityId from Visit v join Ticket t on t.id = v.ticketId where v.id = :id";
    }

    @Override
    public String awards() {
        return "select distinct b.applicationId from Visit v join TicketDevice x on x.ticketId = v.ticketId join DevicePayer p on p.deviceId = x.deviceId"
                + " join Budget b on b.id = p.budgetId where v.id = :id and b.applicationId is not null";
    }

    @Override
    public List<String> usual() {
        return List.of("PHOTO", "PROTOCOL");
    }
}
