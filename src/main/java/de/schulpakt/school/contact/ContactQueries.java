package de.schulpakt.school.contact;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;

/** Questions about contacts of schools. */
@Queries
public class ContactQueries {
    /**
     * A contact.
     *
     * @param mayEdit true if the asker may change it
     */
    public record View(Long id, Long schoolId, String school, ContactTask task, String name, String phone, String mail, LocalDate endedOn, Integer version, boolean mayEdit) {
    }

    /** What stands in a row. */
    record Stored(Long id, Long schoolId, String school, ContactTask task, String name, String phone, String mail, LocalDate endedOn, Integer version) {
        View with(boolean may) {
            return new View(id, schoolId, school, task, name, phone, mail, endedOn, version, may);
        }
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * One contact.
     *
     * @throws NotFound if there is none, or the asker may not see the school
     */
    public View view(long id) {
        Stored view = Ask.of(em, Stored.class, """
                select c.id as id, s.id as schoolId, s.name as school, c.task as task, c.name as name, c.phone as phone, c.mail as mail, c.endedOn as endedOn,
                    c.version as version
                from Contact c join School s on s.id = c.schoolId where c.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Contact", id));
        try {
            guard.require(SCHOOL_VIEW, view.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("Contact", id);
        }
        return view.with(guard.may(ROOM_EDIT, view.schoolId()));
    }

    /** True if the asker may record contacts of a school. */
    public boolean mayRecord(Long schoolId) {
        return schoolId != null && guard.may(ROOM_EDIT, schoolId);
    }
}
