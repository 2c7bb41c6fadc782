package de.schulpakt.funding;

import de.schulpakt.platform.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A programme with its rules and ceilings.
 *
 * @param rules     by kind, category and day, the newest first
 * @param ceilings  of the authorities that the asker may see
 * @param actions   what the asker may do
 */
public record ProgrammeView(Long id, String code, String name, LocalDate startsOn, LocalDate endsOn, List<RuleRow> rules,
        List<CeilingRow> ceilings, Integer version, Set<ProgrammeAction> actions, List<HistoryEntry> timeline) {
}
