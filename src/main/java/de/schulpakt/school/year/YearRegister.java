package de.schulpakt.school.year;

import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its pages, and what it keeps of people. */
@Dependent
class YearRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("SchoolYear", "/school/year.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    AdminEntry imports() {
        return new AdminEntry("school_years", 64, "/school/year-imports.xhtml", SCHOOL_IMPORT);
    }

    @Produces
    PersonalData recorded() {
        return PersonalData.named("school_year", "recorded_by", "recorded_at", "begins");
    }
}
