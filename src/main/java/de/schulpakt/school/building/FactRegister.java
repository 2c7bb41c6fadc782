package de.schulpakt.school.building;

import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its pages, and what it keeps of people. */
@Dependent
class FactRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Building", "/school/building.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    AdminEntry imports() {
        return new AdminEntry("building_facts", 65, "/school/building-imports.xhtml", SCHOOL_IMPORT);
    }

    @Produces
    PersonalData recorded() {
        return PersonalData.named("building_fact", "recorded_by", "recorded_at", "source");
    }
}
