package de.schulpakt.funding.annex;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the pages of an annex and of a decision. */
@Dependent
class AnnexRegister {
    @Produces
    SubjectLink annex() {
        return new SubjectLink("Annex", "/funding/annex.xhtml?id={id}", APPLICATION_VIEW);
    }

    @Produces
    SubjectLink decision() {
        return new SubjectLink("Decision", "/funding/decision.xhtml?id={id}", APPLICATION_VIEW);
    }
}
