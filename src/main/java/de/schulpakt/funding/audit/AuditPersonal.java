package de.schulpakt.funding.audit;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class AuditPersonal {
    @Produces
    PersonalData drawn() {
        return PersonalData.named("audit_sample", "drawn_by", "drawn_at", "no");
    }
}
