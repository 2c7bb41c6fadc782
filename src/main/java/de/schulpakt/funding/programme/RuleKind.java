package de.schulpakt.funding.programme;

import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Percent;
import de.schulpakt.platform.text.Sentence;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What a rule of a programme says; how its value is read stands with each kind. */
public enum RuleKind {
    /** Own share of the authority in basis points (1000 = 10 %). */
    OWN_SHARE_BP(Form.BASIS_POINTS),
    /** First day on which a measure may begin. */
    EARLIEST_START(Form.DATE),
    /** Last day for measures, for all applications of the programme. */
    END(Form.DATE),
    /** YES or NO: the category may be applied for. */
    CATEGORY_ALLOWED(Form.YES_NO),
    /** Purpose-binding in years. */
    BINDING_YEARS(Form.NUMBER),
    /** DELIVERY or COMMISSIONING: when the purpose-binding begins. */
    BINDING_START(Form.BINDING_START),
    /** EXACT_DATE or END_OF_CALENDAR_YEAR: how its end is counted. */
    BINDING_MODE(Form.BINDING_MODE),
    /** Most that a general-education school may apply for in mobile devices, gross cents. */
    MOBILE_CAP_CENTS(Form.CENTS),
    /** Direct award (Direktauftrag) up to this net amount in cents. */
    DIRECT_AWARD_LIMIT(Form.CENTS),
    /** Key dates of the report on commitments and spending, the same in each year: month and day, with commas between. */
    REPORT_DAYS(Form.DAYS),
    /** How far an ordered or invoiced price may differ before a second person confirms it, in basis points. */
    PRICE_TOLERANCE_BP(Form.BASIS_POINTS);

    private final Form form;

    RuleKind(Form form) {
        this.form = form;
    }

    /** True if a value can be read as this kind needs it. */
    boolean reads(String value) {
        return value != null && value.matches(form.pattern) && (form != Form.DATE || isDay(value))
                && (form != Form.DAYS || Arrays.stream(value.split(",")).allMatch(day -> isDay("2024-" + day)));
    }

    /** A value as this kind reads it. */
    public String example() {
        return form.example;
    }

    /** A value as a sentence holds it: percent, an amount, a day, a word. */
    public Object said(String value) {
        return switch (form) {
            case BASIS_POINTS -> new Percent(Integer.parseInt(value));
            case DATE -> LocalDate.parse(value);
            case CENTS -> Money.of(Long.parseLong(value));
            case NUMBER -> Sentence.of("funding.value.years", Integer.valueOf(value));
            case DAYS -> Arrays.stream(value.split(",")).map(day -> MonthDay.parse("--" + day)).toList();
            case YES_NO, BINDING_START, BINDING_MODE -> Sentence.of("funding.value." + value);
        };
    }

    private static boolean isDay(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** How values look. */
    private enum Form {
        BASIS_POINTS("\\d{1,4}|10000", "1000"),
        DATE("\\d{4}-\\d{2}-\\d{2}", "2026-09-01"),
        YES_NO("YES|NO", "YES"),
        NUMBER("\\d{1,2}", "5"),
        CENTS("\\d{1,15}", "1000000"),
        DAYS("\\d{2}-\\d{2}(,\\d{2}-\\d{2}){0,11}", "06-30,12-31"),
        BINDING_START("DELIVERY|COMMISSIONING", "COMMISSIONING"),
        BINDING_MODE("EXACT_DATE|END_OF_CALENDAR_YEAR", "EXACT_DATE");

        private final String pattern;
        private final String example;

        Form(String pattern, String example) {
            this.pattern = pattern;
            this.example = example;
        }
    }
}
