package de.schulpakt.school.contact;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Whom to ask at the schools that the asker may see. */
@Queries
public class ContactList extends ListOf<ContactList.Row> {
    /** A contact. */
    public record Row(Long id, Long schoolId, String school, ContactTask task, String name, String phone, String mail, LocalDate endedOn) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "school-contacts", "/school/contacts")
            .from("Contact c").join("s", "join School s on s.id = c.schoolId").hidden("schoolId", "s.id")
            .column("name", "school_contact.name", TEXT, "c.name").always().link("contact.xhtml?id={id}")
            .column("school", "school_contact.school", TEXT, "s.name").always()
            .column("task", "school_contact.task", STATE, "c.task")
            .column("phone", "school_contact.phone", TEXT, "c.phone")
            .column("mail", "school_contact.mail", TEXT, "c.mail")
            .column("endedOn", "school_contact.ended_on", DAY, "c.endedOn")
            .words("q", Words.in().parts("c.name").among("c.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "c.schoolId").equal("task", ContactTask.class, "c.task")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(SCHOOL_VIEW).of("s");
    }
}
