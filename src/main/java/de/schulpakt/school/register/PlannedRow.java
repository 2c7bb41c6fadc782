package de.schulpakt.school.register;

import de.schulpakt.school.place.SchoolRegister;
import de.schulpakt.exchange.Finding;
import de.schulpakt.school.place.SchoolFacts;
import java.util.List;

/**
 * What an import will do with a row.
 *
 * @param stored      the school that is there already, or null
 * @param facts       the facts as they will be, null for a wrong row
 * @param newAuthority the authority that the school gets, or null
 */
record PlannedRow(int line, Outcome outcome, String stateCode, String officialNo, String name, SchoolRegister.Stored stored,
        SchoolFacts facts, Long newAuthority, List<FactChange> changes, List<Finding> findings) {
}
