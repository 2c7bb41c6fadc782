package de.schulpakt.funding.settlement;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import java.util.List;

/**
 * What could be drawn for an application now.
 *
 * @param planned by the plan of the programme, otherwise for what was spent
 * @param award   the whole grant of the application
 * @param drawn   what is drawn already
 * @param doubts  what rests on rules that nobody has verified, or on none
 */
record Proposal(Long applicationId, Long authorityId, boolean planned, Money award, Money drawn, List<Line> lines, List<Sentence> doubts) {
    /**
     * A line.
     *
     * @param postingId the expenditure; null for a part of the plan, and for what was held back before
     */
    record Line(Long budgetId, Long schoolId, Long postingId, Money eligible, Money grant) {
    }

    Money eligible() {
        return lines.stream().map(Line::eligible).reduce(Money.ZERO, Money::plus);
    }

    Money grant() {
        return lines.stream().map(Line::grant).reduce(Money.ZERO, Money::plus);
    }
}
