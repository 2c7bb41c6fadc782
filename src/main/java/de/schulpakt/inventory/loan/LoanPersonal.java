package de.schulpakt.inventory.loan;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class LoanPersonal {
    @Produces
    PersonalData lent() {
        return PersonalData.named("loan", "lent_by", "lent_at", "no", "device_id");
    }

    @Produces
    PersonalData ended() {
        return PersonalData.named("loan", "ended_by", "ended_at", "no", "device_id");
    }

    @Produces
    PersonalData sheets() {
        return PersonalData.named("loan_sheet", "made_by", "made_at", "no", "way");
    }
}
