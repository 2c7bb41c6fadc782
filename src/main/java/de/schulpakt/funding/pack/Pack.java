package de.schulpakt.funding.pack;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.programme.RuleStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What stands in a rule pack, read and sound. */
record Pack(String code, String name, String edition, LocalDate starts, LocalDate ends, List<Rule> rules, List<Question> open,
        List<Case> cases) {
    /**
     * A rule.
     *
     * @param category null: for all
     * @param line     of the file, from 1
     */
    record Rule(RuleKind kind, Category category, String value, LocalDate from, String source, String url, RuleStatus status, int line) {
        boolean sameKey(Rule other) {
            return kind == other.kind && category == other.category && from.equals(other.from);
        }
    }

    /** What no source gives. */
    record Question(RuleKind kind, Category category, String ask) {
    }

    /**
     * An example of the official text and what the rules must answer to it; what is null is not asked. Amounts in cents.
     *
     * @param line of the file, from 1
     */
    record Case(String name, LocalDate on, Category category, Long eligible, Long grant, Long payable, boolean proven, Boolean allowed,
            LocalDate begun, LocalDate accepted, Boolean fits, LocalDate boundFrom, LocalDate boundUntil, LocalDate periodEnds,
            LocalDate proofDue, int line) {
        /** True if it asks anything at all. */
        boolean asks() {
            return Stream.of(grant, payable, allowed, fits, boundUntil, proofDue).anyMatch(Objects::nonNull);
        }
    }

    /** The value that holds on a day: the latest that has begun, one for the category before one for all; null if there is none. */
    String value(RuleKind kind, Category category, LocalDate day) {
        Rule found = null;
        for (Rule rule : rules) {
            boolean fits = rule.kind() == kind && !rule.from().isAfter(day) && (rule.category() == null || rule.category() == category);
            if (fits && (found == null || found.category() == null && rule.category() != null
                    || (found.category() == null) == (rule.category() == null) && rule.from().isAfter(found.from()))) {
                found = rule;
            }
        }
        return found == null ? null : found.value();
    }
}
