package de.schulpakt.school.concept;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its page, and what it keeps of people. */
@Dependent
class ConceptRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Concept", "/school/concept.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    PersonalData recorded() {
        return PersonalData.named("school_concept", "recorded_by", "recorded_at", "kind", "edition");
    }
}
