package de.schulpakt.inventory.stocktake;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class StocktakePersonal {
    @Produces
    PersonalData opened() {
        return PersonalData.named("stocktake", "opened_by", "opened_at", "no", "title");
    }

    @Produces
    PersonalData closed() {
        return PersonalData.named("stocktake", "closed_by", "closed_at", "no", "title");
    }

    @Produces
    PersonalData found() {
        return PersonalData.named("stocktake_item", "found_by", "found_at", "device_id");
    }

    @Produces
    PersonalData seen() {
        return PersonalData.renamed("stocktake_sighting", "seen_by_id", "seen_by", "seen_at");
    }

    @Produces
    PersonalData explained() {
        return PersonalData.named("stocktake_item", "explained_by", "explained_at", "device_id", "explained");
    }
}
