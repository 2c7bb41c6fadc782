package de.schulpakt.install.kind;

import static de.schulpakt.identity.Permission.TICKET_OPEN;
import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import java.util.List;

/** Questions about kinds of tickets. They are the same for all schools. */
@Queries
public class KindQueries {
    @Inject
    Guard guard;
    @Inject
    KnownKinds known;

    /** The newest revision of each kind, those too that are offered no more. For administrators. */
    public List<Kind> all() {
        guard.require(USER_ADMIN);
        return known.all();
    }

    /** The newest revision of each kind, for who sees tickets: what a list is narrowed down to. */
    public List<Kind> known() {
        guard.require(TICKET_VIEW);
        return known.all();
    }

    /** The kinds of which the asker may open a ticket at this school. */
    public List<Kind> offered(long schoolId) {
        guard.require(TICKET_OPEN, schoolId);
        boolean technician = guard.may(TICKET_WORK, schoolId);
        return known.all().stream().filter(k -> k.offered() && (technician || k.schoolOpens())).toList();
    }
}
