package de.schulpakt.school.contact;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** What the room brings to the house: its page, and what it keeps of people. */
@Dependent
class ContactRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Contact", "/school/contact.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    PersonalData contacts() {
        return new PersonalData("school_contact", "name", PersonalData.How.NAME, List.of("task", "phone", "mail", "ended_on"), List.of(), List.of(), PersonalData.End.DELETED);
    }
}
