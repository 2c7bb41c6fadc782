package de.schulpakt.school.register;

import de.schulpakt.exchange.Finding;
import de.schulpakt.exchange.ImportAction;
import de.schulpakt.exchange.ImportCounts;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.platform.HistoryEntry;
import java.util.List;
import java.util.Set;

/**
 * One import whole.
 *
 * @param columns  what was found in the file; empty when the import has ended and the file is gone
 * @param counts   what it would do now, or has done
 * @param findings what is wrong with the file as such
 * @param runnable true if nothing keeps the file out
 */
public record SchoolImportView(ImportRow job, Integer version, SchoolImportSettings settings, List<ImportColumnView> columns,
        List<ImportTypeView> types, ImportCounts counts, List<Finding.Told> findings, Boolean runnable, String reason,
        Set<ImportAction> actions, List<HistoryEntry> timeline) {
}
