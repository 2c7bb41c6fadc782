package de.schulpakt.install.ready;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a ready text. */
@Dependent
class ReadyRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("ReadyText", "/install/ready-text.xhtml?id={id}", INTERNAL_VIEW);
    }
}
