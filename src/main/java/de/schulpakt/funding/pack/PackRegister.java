package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a rule pack. */
@Dependent
class PackRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("RulePack", "/funding/pack.xhtml?id={id}", PROGRAMME_VIEW);
    }
}
