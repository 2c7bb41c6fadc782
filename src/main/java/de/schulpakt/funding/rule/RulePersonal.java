package de.schulpakt.funding.rule;

import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room keeps of people. */
@Dependent
class RulePersonal {
    @Produces
    PersonalData kept() {
        return PersonalData.named("rule_check", "frozen_by", "frozen_at", "step");
    }
}
