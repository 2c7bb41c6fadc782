package de.schulpakt.school.register;

import de.schulpakt.exchange.Finding;
import de.schulpakt.school.place.SchoolFacts;
import java.util.List;

/** A row of the register, understood as far as possible. Errors among the findings make it wrong. */
record ReadSchool(int line, String stateCode, String officialNo, SchoolFacts facts, boolean nameLooksCut, List<Finding> findings) {
    boolean wrong() {
        return findings.stream().anyMatch(Finding::error);
    }

    String key() {
        return stateCode + " " + officialNo;
    }
}
