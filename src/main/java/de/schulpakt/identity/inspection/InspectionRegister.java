package de.schulpakt.identity.inspection;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its list, and what it keeps of people. */
@Dependent
class InspectionRegister {
    @Produces
    AdminEntry inspections() {
        return new AdminEntry("inspections", 17, "/identity/inspections.xhtml", USER_ADMIN);
    }

    @Produces
    PersonalData seen() {
        return PersonalData.renamed("inspection", "user_id", "user_name", "seen_at", "path");
    }
}
