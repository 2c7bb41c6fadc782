package de.schulpakt.funding;

/**
 * How long what was bought is bound to its purpose (Zweckbindung), from the programme's rules.
 *
 * @param start DELIVERY or COMMISSIONING
 * @param mode  EXACT_DATE or END_OF_CALENDAR_YEAR
 */
public record BindingRule(String start, Integer years, String mode) {
}
