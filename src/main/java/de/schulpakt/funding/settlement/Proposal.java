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
 * @param open    what was spent and not drawn, with what the rules say of it; nothing by the plan
 * @param parts   what the plan brings each position now, with what the rules say of it; nothing for what was spent
 * @param doubts  what rests on rules that nobody has verified, or on none
 */
record Proposal(Long applicationId, Long authorityId, boolean planned, Money award, Money drawn, List<Line> lines, List<Judged> open,
        List<Part> parts, List<Sentence> doubts) {
    /**
     * A line.
     *
     * @param postingId the expenditure; null for a part of the plan, and for what was held back before
     * @param doubts    what rules that nobody has confirmed say against it
     */
    record Line(Long budgetId, Long schoolId, Long postingId, Money eligible, Money grant, List<Sentence> doubts) {
    }

    /**
     * A part of the plan: what a position gets of it now.
     *
     * @param grant   grant money; left out where a confirmed rule forbids it, so that it comes once that rule is kept
     * @param reasons what speaks against it
     */
    record Part(Proposals.Weight of, Money grant, List<Judged.Reason> reasons) {
        /** True if it goes along: no confirmed rule forbids it. */
        boolean taken() {
            return reasons.stream().noneMatch(Judged.Reason::verified);
        }
    }

    /** What it takes along although a rule that nobody has confirmed speaks against it. */
    long doubtful() {
        return lines.stream().filter(l -> !l.doubts().isEmpty()).count();
    }

    /** What was spent and stays behind. */
    long leftOut() {
        return open.stream().filter(j -> !j.taken()).count();
    }

    /** Parts of the plan that stay behind, because a confirmed rule forbids them now. */
    List<Part> heldBack() {
        return parts.stream().filter(part -> !part.taken()).toList();
    }

    Money eligible() {
        return lines.stream().map(Line::eligible).reduce(Money.ZERO, Money::plus);
    }

    Money grant() {
        return lines.stream().map(Line::grant).reduce(Money.ZERO, Money::plus);
    }
}
