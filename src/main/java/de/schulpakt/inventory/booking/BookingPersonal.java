package de.schulpakt.inventory.booking;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class BookingPersonal {
    @Produces
    PersonalData booked() {
        return PersonalData.named("loan_booking", "booked_by", "booked_at", "no", "state");
    }

    @Produces
    PersonalData sets() {
        return PersonalData.named("loan_set", "made_by", "made_at", "name");
    }

    @Produces
    PersonalData answering() {
        return PersonalData.named("loan_set", "responsible", "made_at", "name");
    }

    @Produces
    PersonalData toAnswer() {
        return PersonalData.named("loan_set_move", "responsible", "planned_on", "state");
    }

    @Produces
    PersonalData answeredBefore() {
        return PersonalData.named("loan_set_move", "responsible_before", "planned_on", "state");
    }

    @Produces
    PersonalData joined() {
        return PersonalData.named("loan_pool_device", "joined_by", "joined_at", "device_id");
    }

    @Produces
    PersonalData left() {
        return PersonalData.named("loan_pool_device", "left_by", "left_at", "device_id");
    }
}
