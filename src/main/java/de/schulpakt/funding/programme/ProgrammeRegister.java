package de.schulpakt.funding.programme;

import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.identity.register.NavEntry;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its place in the rail and the page of a programme. */
@Dependent
class ProgrammeRegister {
    @Produces
    NavEntry nav() {
        return new NavEntry("funding", 30, "/funding/funding.xhtml", PROGRAMME_VIEW);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("Programme", "/funding/programme.xhtml?id={id}", PROGRAMME_VIEW);
    }
}
