package de.schulpakt.inventory.terms;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class TermsPersonal {
    @Produces
    PersonalData terms() {
        return PersonalData.named("loan_terms", "made_by", "made_at", "edition");
    }

    @Produces
    PersonalData prices() {
        return PersonalData.named("loan_price", "made_by", "made_at", "label");
    }

    @Produces
    PersonalData reminding() {
        return PersonalData.named("loan_reminding", "set_by", "set_at", "sends");
    }

    @Produces
    PersonalData ended() {
        return PersonalData.named("loan_price", "ended_by", "ended_at", "label");
    }
}
