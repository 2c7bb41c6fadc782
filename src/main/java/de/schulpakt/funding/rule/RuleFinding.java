package de.schulpakt.funding.rule;

import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.text.Money;

/**
 * What one rule says.
 *
 * @param kind     which value of the programme it reads, null for none
 * @param value    as the rule of the programme keeps it, or an amount in cents; null where none stands
 * @param source   where the value was read, null for a rule that no programme names
 * @param verified whether a second person has read it there: only then it refuses; null for a rule that no programme names
 * @param of       of how many things it speaks
 * @param broken   how many of them break it, or are not known
 * @param example  one of them, null for none
 */
public record RuleFinding(FieldRule rule, RuleAnswer answer, RuleKind kind, String value, String source, Boolean verified, int of, int broken, String example) {
    /** The value as a sentence holds it, null without one. */
    public Object said() {
        return value == null ? null : kind != null ? kind.said(value) : Money.of(Long.parseLong(value));
    }

    /** True if another answer or value was found for the same rule; null: none was. */
    public boolean differs(RuleFinding other) {
        return other == null || answer != other.answer || value == null != (other.value == null) || value != null && !value.equals(other.value);
    }
}
