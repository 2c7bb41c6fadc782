package de.schulpakt.school.contact;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/** Whom to ask at schools. */
@UseCases
public class Contacts {
    private static final int LAST_DAY = 31;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /** A person with a task, by phone or mail. */
    public record Details(@NotNull ContactTask task, @NotBlank @Size(max = 160) String name, @Size(max = 60) String phone, @Email @Size(max = 200) String mail) {
    }

    /** Other details. */
    public record Change(@NotNull Integer version, @NotNull @Valid Details details) {
    }

    /** It is so until the end of a day. */
    public record End(@NotNull Integer version, @NotNull LocalDate on) {
    }

    /** Takes the end back. */
    public record Resume(@NotNull Integer version) {
    }

    /** Removes a contact before its time, with a reason that names nobody. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * Records a contact.
     *
     * @return its id
     * @throws NotFound if there is no such school or the asker may not see it
     * @throws Refused  {@code school_contact_reachable} without phone and mail
     */
    public Long record(long schoolId, @Valid Details cmd) {
        guard.require(ROOM_EDIT, schoolId);
        Ref school = school(schoolId);
        Contact contact = new Contact(schoolId, cmd.task(), cmd.name(), cmd.phone(), cmd.mail());
        em.persist(contact);
        em.flush();
        history.record(school, ContactAction.RECORD, Said.all(List.of(contact.words())));
        return contact.id();
    }

    /**
     * Changes it.
     *
     * @throws Refused {@code school_contact_reachable}, {@code school_contact.ended}
     */
    public void change(long id, @Valid Change cmd) {
        Contact contact = seen(id, cmd.version());
        contact.write(cmd.details().task(), cmd.details().name(), cmd.details().phone(), cmd.details().mail(), clock.today());
        history.record(school(contact.schoolId()), ContactAction.CHANGE, Said.all(List.of(contact.words())));
    }

    /**
     * Ends it.
     *
     * @throws Refused {@code school_contact.ended}; {@code school_contact.end_span} for a day that is more than a year away
     */
    public void end(long id, @Valid End cmd) {
        Contact contact = seen(id, cmd.version());
        LocalDate today = clock.today();
        if (cmd.on().isAfter(today.plusYears(1)) || cmd.on().isBefore(today.minusYears(1))) {
            throw new Refused("school_contact.end_span", today.minusYears(1), today.plusYears(1));
        }
        contact.end(cmd.on(), today);
        history.record(school(contact.schoolId()), ContactAction.END, Said.all(List.of(contact.words())));
    }

    /**
     * Takes the end back.
     *
     * @throws Refused {@code school_contact.goes_on}
     */
    public void resume(long id, @Valid Resume cmd) {
        Contact contact = seen(id, cmd.version());
        contact.resume();
        history.record(school(contact.schoolId()), ContactAction.RESUME, Said.all(List.of(contact.words())));
    }

    /** Removes it. */
    public void remove(long id, @Valid Remove cmd) {
        Contact contact = seen(id, cmd.version());
        em.remove(contact);
        em.flush();
        history.record(school(contact.schoolId()), ContactAction.REMOVE, Said.all(List.of(contact.words())).andWords(cmd.reason()));
    }

    /** Deletes whose time is over: a year after the end of the school year in which they ended. Answers how many. */
    int forget() {
        LocalDate today = clock.today();
        LocalDate yearEnd = LocalDate.of(today.getYear(), Month.JULY, LAST_DAY);
        // the last school year that ended a year ago or earlier
        LocalDate ended = today.isAfter(yearEnd) ? yearEnd.minusYears(1) : yearEnd.minusYears(2);
        return em.createQuery("delete from Contact c where c.endedOn <= :ended").setParameter("ended", ended).executeUpdate();
    }

    private Contact seen(long id, Integer version) {
        Contact contact = Find.locked(em, Contact.class, id);
        guard.require(ROOM_EDIT, contact.schoolId());
        contact.unlessChangedSince(version);
        return contact;
    }

    private Ref school(Long id) {
        String name = Ask.of(em, String.class, "select s.name from School s where s.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("School", id));
        return new Ref("School", id, name).ofSchool(id);
    }
}
