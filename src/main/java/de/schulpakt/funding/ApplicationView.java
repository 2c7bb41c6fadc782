package de.schulpakt.funding;

import de.schulpakt.platform.HistoryEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * One application whole. Amounts are eligible expenditure, own share included, in cents, unless said otherwise.
 *
 * @param ownShareBp    own share in basis points; of today while the application is a draft, frozen afterwards; null without rule
 * @param ownShareCents own share of what is approved, or of what is applied for before the decision
 * @param grantCents    grant money: eligible expenditure less own share
 * @param actions       what the asker may do now
 */
public record ApplicationView(Long id, String no, String title, Long programmeId, String programmeCode, Long authorityId,
        String authority, ApplicationState state, LocalDate submittedOn, Integer ownShareBp, String decisionReference,
        LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, Long appliedCents, Long approvedCents,
        Long ownShareCents, Long grantCents, List<AnnexView> annexes, Integer version, Set<ApplicationAction> actions,
        List<HistoryEntry> timeline) {
}
