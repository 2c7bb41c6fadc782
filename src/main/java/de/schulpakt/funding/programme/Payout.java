package de.schulpakt.funding.programme;

import de.schulpakt.platform.text.Sentence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How the grant of an application comes: for invoices, or in steps whatever was spent.
 *
 * @param steps      empty: for invoices
 * @param retainedBp what is held back of the grant until the proof was accepted, in basis points
 * @param verified   false: not all of it was read in an official source by a second person
 */
public record Payout(List<Step> steps, int retainedBp, boolean verified) {
    private static final int ALL = 10_000;

    /**
     * A step of the plan.
     *
     * @param when DECISION, PROOF or a day
     */
    public record Step(String when, int basisPoints) {
        Object words() {
            return RuleKind.isDay(when) ? LocalDate.parse(when) : Sentence.of("funding.value." + when);
        }

        private boolean due(LocalDate today, boolean proven) {
            return when.equals("DECISION") || when.equals("PROOF") && proven || RuleKind.isDay(when) && !LocalDate.parse(when).isAfter(today);
        }
    }

    /**
     * What the values of the rules say; null where a value is missing.
     *
     * @return null without a mode
     */
    public static Payout of(String mode, String plan, String retainedBp, boolean verified) {
        return mode == null ? null : new Payout(mode.equals("PLAN") && plan != null ? steps(plan) : List.of(),
                retainedBp == null ? 0 : Integer.parseInt(retainedBp), verified);
    }

    /** Which part of the grant may have come by now, in basis points. */
    public int dueBp(LocalDate today, boolean proven) {
        int due = steps.isEmpty() ? ALL : steps.stream().filter(s -> s.due(today, proven)).mapToInt(Step::basisPoints).sum();
        return proven ? due : Math.min(due, ALL - retainedBp);
    }

    static List<Step> steps(String plan) {
        return Arrays.stream(plan.split(",")).map(s -> new Step(s.substring(0, s.lastIndexOf('=')), Integer.parseInt(s.substring(s.lastIndexOf('=') + 1)))).toList();
    }

    /** True for steps that together are the whole grant. */
    static boolean reads(String plan) {
        return Arrays.stream(plan.split(",", -1)).allMatch(s -> s.matches("(DECISION|PROOF|\\d{4}-\\d{2}-\\d{2})=\\d{1,5}")
                && (s.startsWith("DECISION") || s.startsWith("PROOF") || RuleKind.isDay(s.substring(0, s.indexOf('=')))))
                && steps(plan).stream().mapToInt(Step::basisPoints).sum() == ALL;
    }
}
