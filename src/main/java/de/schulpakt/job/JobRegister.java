package de.schulpakt.job;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: a card of the administration. */
@Dependent
class JobRegister {
    @Produces
    AdminEntry jobs() {
        return new AdminEntry("jobs", 83, "/job/jobs.xhtml", USER_ADMIN);
    }
}
