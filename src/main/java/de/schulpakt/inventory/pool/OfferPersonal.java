package de.schulpakt.inventory.pool;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class OfferPersonal {
    @Produces
    PersonalData offered() {
        return PersonalData.named("device_offer", "offered_by", "offered_at", "no", "reason");
    }

    @Produces
    PersonalData ended() {
        return PersonalData.named("device_offer", "ended_by", "ended_at", "no", "state");
    }

    @Produces
    PersonalData asked() {
        return PersonalData.named("device_offer_wish", "asked_by", "asked_at", "words");
    }
}
