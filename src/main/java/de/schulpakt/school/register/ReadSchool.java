package de.schulpakt.school.register;

import de.schulpakt.exchange.table.Finding;
import de.schulpakt.school.place.SchoolFacts;
import java.util.List;

/** A row of the register, understood as far as possible. Errors among the findings make it wrong. */
record ReadSchool(int line, String stateCode, String officialNo, SchoolFacts facts, List<Finding> findings) {
    boolean wrong() {
        return findings.stream().anyMatch(Finding::error);
    }

    ReadSchool withoutPoint() {
        return new ReadSchool(line, stateCode, officialNo, new SchoolFacts(facts.name(), facts.type(), facts.street(), facts.postcode(),
                facts.city(), null, null, facts.phone(), facts.pupils()), findings);
    }
}
