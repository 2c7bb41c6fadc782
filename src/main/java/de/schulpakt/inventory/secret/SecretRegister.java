package de.schulpakt.inventory.secret;

import de.schulpakt.platform.person.PersonalData;
import de.schulpakt.platform.seal.SealedColumn;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: where its sealed values stand, and what it keeps of people. */
@Dependent
class SecretRegister {
    @Produces
    SealedColumn sealed() {
        return new SealedColumn("device_secret", "id", "sealed", "concat('device-secret:', x.device_id, ':', x.kind)");
    }

    @Produces
    PersonalData kept() {
        return PersonalData.named("device_secret", "made_by", "made_at", "device_id", "kind");
    }

    @Produces
    PersonalData ended() {
        return PersonalData.named("device_secret", "ended_by", "ended_at", "device_id", "kind");
    }
}
