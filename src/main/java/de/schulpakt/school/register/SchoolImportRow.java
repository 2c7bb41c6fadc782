package de.schulpakt.school.register;

import de.schulpakt.exchange.Finding;
import java.util.List;

/**
 * A row of the dry run.
 *
 * @param line     physical line in the file
 * @param schoolId the school that is there already, or null
 * @param changes  facts that change, old and new
 * @param findings errors and warnings in words
 */
public record SchoolImportRow(Integer line, Outcome outcome, String officialNo, String name, Long schoolId,
        List<FactChange> changes, List<Finding.Told> findings) {
}
