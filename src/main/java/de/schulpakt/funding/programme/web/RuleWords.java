package de.schulpakt.funding.programme.web;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.NumberText;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts the value of a rule into words, and reads it back as people type it: percent, euros, days, yes and no. */
@RequestScoped
public class RuleWords {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<String> DAYS = List.of("uuuu-MM-dd", "d.M.uuuu", "d MMMM uuuu", "d MMM uuuu", "d. MMMM uuuu");
    private static final List<String> MONTH_DAYS = List.of("MM-dd", "d.M.", "d.M", "d MMMM", "d. MMMM");
    private static final Pattern STEP = Pattern.compile("\\s*(.+?)\\s*[:=]?\\s*([\\d.,]+)\\s*%\\s*");
    private static final Pattern BAND = Pattern.compile("(?iU)\\w+\\s+(?:€\\s*|EUR\\s*)?([\\d.,]+)\\s*(?:€|EUR|Euro)?\\s+(\\d{1,2}(?:\\s*(?:Jahre?|years?))?)");
    @Inject
    Language language;

    /** The value as people read it: 10 % for 1000 basis points, a day, an amount, a word. */
    public String value(ProgrammeQueries.Rule rule) {
        return say(rule.kind(), rule.value(), language.getLocale());
    }

    /**
     * What was typed, as the rule keeps it.
     *
     * @throws Refused {@code programme.rule_value} with an example in words if the kind cannot read it
     */
    public String read(RuleKind kind, String typed) {
        return read(kind, typed, language.getLocale());
    }

    /** The words that rules choose from, e.g. yes and no. */
    public List<String> words() {
        return Arrays.stream(RuleKind.values()).flatMap(RuleWords::choices).distinct()
                .map(c -> Texts.get(language.getLocale(), "funding.value." + c)).toList();
    }

    static String say(RuleKind kind, String value, Locale locale) {
        return String.valueOf(Texts.readable(locale, kind.said(value)));
    }

    static String read(RuleKind kind, String typed, Locale locale) {
        String text = typed == null ? "" : typed.strip();
        String value = switch (kind) {
            case OWN_SHARE_BP, PRICE_TOLERANCE_BP, RETAINED_BP, TOLERANCE_BP, INTEREST_BP -> whole(text.replaceFirst("(?U)\\s*(%|Prozent|percent|per cent)$", ""), locale);
            case MOBILE_CAP_CENTS, DIRECT_AWARD_LIMIT, NEGOTIATED_AWARD_LIMIT, RESTRICTED_AWARD_LIMIT, EU_AWARD_LIMIT, AWARD_SECOND_CENTS, TRANSFER_SECOND_CENTS,
                    INTEREST_FREE_CENTS, MIN_GRANT_CENTS, LUMP_SUM_CENTS, REQUEST_SECOND_CENTS
                    -> whole(text.replaceFirst("(?U)\\s*(€|EUR|Euro)$", "").replaceFirst("^(€|EUR)(?U)\\s*", ""), locale);
            case KEEP_YEARS -> years(text);
            case BINDING_YEARS -> bands(text, locale);
            case DRAWS_PER_SCHOOL, SUPPLEMENTS_PER_YEAR, SPEND_DAYS, ADVANCE_DAYS, PROOF_MONTHS -> count(kind, text);
            case PAYOUT_PLAN -> plan(text, locale);
            case AWARD_COMPANIES -> kind.reads(text) ? text : null;
            case DOCUMENTS, PUBLICITY_LINE -> text.isEmpty() ? null : text;
            case EARLIEST_START, END, APPLY_UNTIL -> day(text, locale);
            case REPORT_DAYS -> days(text, locale);
            case CATEGORY_ALLOWED, NETWORK_FIRST, ACCOMPANYING_NEEDS_PARENT, ROUNDING, PAYOUT_MODE, PAYOUT_BASIS, BINDING_START, BINDING_MODE -> choices(kind)
                    .filter(c -> Texts.get(locale, "funding.value." + c).equalsIgnoreCase(text)).findFirst().orElse(null);
        };
        if (value == null || !kind.reads(value)) {
            throw new Refused("programme.rule_value", kind, text, say(kind, kind.example(), locale));
        }
        return value;
    }

    private static Stream<String> choices(RuleKind kind) {
        return switch (kind) {
            case CATEGORY_ALLOWED, NETWORK_FIRST, ACCOMPANYING_NEEDS_PARENT -> Stream.of("YES", "NO");
            case PAYOUT_MODE -> Stream.of("REIMBURSEMENT", "PLAN");
            case PAYOUT_BASIS -> Stream.of("APPROVED", "PAID");
            case ROUNDING -> Stream.of("UP", "HALF_UP");
            case BINDING_START -> Stream.of("DELIVERY", "COMMISSIONING");
            case BINDING_MODE -> Stream.of("EXACT_DATE", "END_OF_CALENDAR_YEAR");
            default -> Stream.empty();
        };
    }

    private static String years(String text) {
        String number = text.replaceFirst("(?U)\\s*(Jahre?|years?)$", "");
        return number.matches("\\d{1,2}") ? number : null;
    }

    /** Years that depend on the grant, as people write them: 5 Jahre, über 150.000 € 12 Jahre. */
    private static String bands(String text, Locale locale) {
        String[] parts = text.split("(?iU)\\s*[;,]\\s*(?=(über|ueber|over|above)\\s)");
        StringBuilder value = new StringBuilder(String.valueOf(years(parts[0])));
        for (int i = 1; i < parts.length; i++) {
            Matcher band = BAND.matcher(parts[i]);
            String cents = band.matches() ? whole(band.group(1), locale) : null;
            String years = cents == null ? null : years(band.group(2));
            if (years == null) {
                return null;
            }
            value.append(',').append(cents).append('=').append(years);
        }
        return RuleKind.BINDING_YEARS.reads(value.toString()) ? value.toString() : null;
    }

    /** A whole number with the unit of the kind or without; another unit is never dropped: 2 months are not 2 days. */
    private static String count(RuleKind kind, String text) {
        String unit = switch (kind) {
            case SPEND_DAYS, ADVANCE_DAYS -> "Tage?|days?";
            case PROOF_MONTHS -> "Monate?|months?";
            default -> "mal|times";
        };
        String number = text.replaceFirst("(?iU)\\s*(" + unit + ")$", "");
        return kind.reads(number) ? number : null;
    }

    /** Steps as people write them: mit dem Bescheid 80 %, nach dem Nachweis 20 %. */
    private static String plan(String text, Locale locale) {
        StringBuilder plan = new StringBuilder();
        for (String step : text.split("\\s*;\\s*|(?<=%)\\s*,\\s*")) {
            Matcher parts = STEP.matcher(step);
            if (!parts.matches()) {
                return null;
            }
            String when = Stream.of("DECISION", "PROOF").filter(w -> Texts.get(locale, "funding.value." + w).equalsIgnoreCase(parts.group(1)))
                    .findFirst().orElseGet(() -> day(parts.group(1), locale));
            String share = whole(parts.group(2), locale);
            if (when == null || share == null) {
                return null;
            }
            plan.append(plan.isEmpty() ? "" : ",").append(when).append('=').append(share);
        }
        return RuleKind.PAYOUT_PLAN.reads(plan.toString()) ? plan.toString() : null;
    }

    /** Hundredths of a number: basis points of percent, cents of euros; null if it is none or has more decimals. */
    private static String whole(String text, Locale locale) {
        return NumberText.read(text, locale).filter(n -> n.scale() <= 2).map(n -> n.multiply(HUNDRED)).filter(n -> n.signum() >= 0)
                .map(n -> n.toBigInteger().toString()).orElse(null);
    }

    private static String day(String text, Locale locale) {
        for (String pattern : DAYS) {
            try {
                return LocalDate.parse(text, DateTimeFormatter.ofPattern(pattern, "en".equals(locale.getLanguage()) ? Locale.UK : locale)
                        .withResolverStyle(ResolverStyle.STRICT)).toString();
            } catch (DateTimeParseException e) {
                // the next pattern may read it
            }
        }
        return null;
    }

    private static String days(String text, Locale locale) {
        List<String> found = Stream.of(text.split("\\s*(,|;| und | and )\\s*")).map(d -> monthDay(d, locale)).toList();
        return found.isEmpty() || found.contains("") ? null : String.join(",", found);
    }

    private static String monthDay(String text, Locale locale) {
        for (String pattern : MONTH_DAYS) {
            try {
                return MonthDay.parse(text, DateTimeFormatter.ofPattern(pattern, locale)).toString().substring(2);
            } catch (DateTimeParseException e) {
                // the next pattern may read it
            }
        }
        return "";
    }
}
