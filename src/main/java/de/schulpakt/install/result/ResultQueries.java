package de.schulpakt.install.result;

import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Questions of who gives results; the results themselves stand in the view of the ticket. */
@Queries
public class ResultQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * Names of the pictures at a ticket, for who chooses one as a result.
     *
     * @throws NotFound if there is no such ticket, or it belongs to a school the asker may not see
     */
    public List<String> pictures(long id) {
        guard.require(TICKET_VIEW, Ask.of(em, Long.class, "select t.schoolId from Ticket t where t.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("Ticket", id)));
        return Ask.of(em, String.class, """
                select p.name from Paper p where p.subjectType = 'Ticket' and p.subjectId = :id and p.contentId is not null and p.replacedBy is null
                and p.mediaType like 'image/%' order by p.id""").set("id", id).list().stream().distinct().toList();
    }
}
