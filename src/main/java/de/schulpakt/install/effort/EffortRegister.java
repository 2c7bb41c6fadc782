package de.schulpakt.install.effort;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a store. */
@Dependent
class EffortRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Store", "/install/store.xhtml?id={id}", INTERNAL_VIEW);
    }
}
