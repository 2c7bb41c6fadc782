package de.schulpakt.funding.ledger;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class LedgerPersonal {
    @Produces
    PersonalData postings() {
        return PersonalData.renamed("posting", "actor_id", "actor", "at", "kind", "amount_cents", "source", "note");
    }
}
