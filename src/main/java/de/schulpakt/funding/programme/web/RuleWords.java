package de.schulpakt.funding.programme.web;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;

/** Puts the value of a rule into words. */
@RequestScoped
public class RuleWords {
    @Inject
    Language language;

    /** The value as people read it: 10 % for 1000 basis points, a day, an amount, a word. */
    public String value(ProgrammeQueries.Rule rule) {
        Locale locale = language.getLocale();
        return switch (rule.kind()) {
            case OWN_SHARE_BP -> Money.of(Long.parseLong(rule.value())).amount(locale) + " %";
            case EARLIEST_START, END -> Texts.date(locale, LocalDate.parse(rule.value()));
            case MOBILE_CAP_CENTS, DIRECT_AWARD_LIMIT -> Money.of(Long.parseLong(rule.value())).text(locale);
            case BINDING_YEARS -> rule.value();
            case CATEGORY_ALLOWED, BINDING_START, BINDING_MODE -> Texts.get(locale, "funding.value." + rule.value());
        };
    }
}
