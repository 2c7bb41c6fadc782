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
    /** UP or HALF_UP: how the own share of an application is rounded to the cent. */
    ROUNDING(Form.ROUNDING),
    /** First day on which a measure may begin. */
    EARLIEST_START(Form.DATE),
    /** Last day for measures, for all applications of the programme. */
    END(Form.DATE),
    /** YES or NO: the category may be applied for. */
    CATEGORY_ALLOWED(Form.YES_NO),
    /** Purpose-binding in years, and above which grant other years hold ({@link Years}). */
    BINDING_YEARS(Form.YEARS),
    /** DELIVERY or COMMISSIONING: when the purpose-binding begins. */
    BINDING_START(Form.BINDING_START),
    /** EXACT_DATE or END_OF_CALENDAR_YEAR: how its end is counted. */
    BINDING_MODE(Form.BINDING_MODE),
    /** Most that a general-education school may apply for in mobile devices, gross cents. */
    MOBILE_CAP_CENTS(Form.CENTS),
    /** Direct award (Direktauftrag) up to this net amount in cents. */
    DIRECT_AWARD_LIMIT(Form.CENTS),
    /** Negotiated award (Verhandlungsvergabe) up to this net amount in cents. */
    NEGOTIATED_AWARD_LIMIT(Form.CENTS),
    /** Restricted tender (Beschränkte Ausschreibung) up to this net amount in cents. */
    RESTRICTED_AWARD_LIMIT(Form.CENTS),
    /** From more than this net amount in cents an award is announced in the whole Union. */
    EU_AWARD_LIMIT(Form.CENTS),
    /** How many companies are asked at least in a negotiated or restricted award. */
    AWARD_COMPANIES(Form.FEW),
    /** An award of more than this net amount in cents is decided by a second person. */
    AWARD_SECOND_CENTS(Form.CENTS),
    /** Key dates of the report on commitments and spending, the same in each year: month and day, with commas between. */
    REPORT_DAYS(Form.DAYS),
    /** How far an ordered or invoiced price may differ before a second person confirms it, in basis points. */
    PRICE_TOLERANCE_BP(Form.BASIS_POINTS),
    /** Last day on which an application may be handed in. */
    APPLY_UNTIL(Form.DATE),
    /** REIMBURSEMENT or PLAN: money comes for invoices, or in steps. */
    PAYOUT_MODE(Form.PAYOUT_MODE),
    /** The steps in which the grant comes, in basis points of it: with the decision, after the proof, from a day on. */
    PAYOUT_PLAN(Form.PLAN),
    /** What is held back until the proof was checked, in basis points of the grant. */
    RETAINED_BP(Form.BASIS_POINTS),
    /** APPROVED or PAID: money is drawn for invoices that were approved, or only for those that were paid. */
    PAYOUT_BASIS(Form.PAYOUT_BASIS),
    /** How many days before an invoice is due money may be drawn for it; 0: not before that day. */
    ADVANCE_DAYS(Form.AHEAD),
    /** How often money may be drawn for one school. */
    DRAWS_PER_SCHOOL(Form.COUNT),
    /** YES: a cost that accompanies a measure is paid only with that measure. */
    ACCOMPANYING_NEEDS_PARENT(Form.YES_NO),
    /** How often in a calendar year an authority may ask for more than was approved. */
    SUPPLEMENTS_PER_YEAR(Form.COUNT),
    /** Days within which money that came is to be spent. */
    SPEND_DAYS(Form.WAIT),
    /** Months after the approval period within which the proof of use is due. */
    PROOF_MONTHS(Form.MONTHS),
    /** How far a position may be exceeded without asking, in basis points. */
    TOLERANCE_BP(Form.BASIS_POINTS),
    /** Years for which receipts are kept after the proof. */
    KEEP_YEARS(Form.NUMBER),
    /** YES: mobile devices are paid only where the network exists. */
    NETWORK_FIRST(Form.YES_NO),
    /** Interest on money that was not spent in time, in basis points a year. */
    INTEREST_BP(Form.BASIS_POINTS),
    /** Interest up to this amount in cents is not claimed; above it all of it is. */
    INTEREST_FREE_CENTS(Form.CENTS),
    /** The smallest grant that is given, in cents. */
    MIN_GRANT_CENTS(Form.CENTS),
    /** A lump sum for a piece in cents, own share included: whatever it costs, no more is eligible for it. */
    LUMP_SUM_CENTS(Form.CENTS),
    /** What is to be handed in with an application. */
    DOCUMENTS(Form.WORDS),
    /** A transfer of more than this amount in cents is confirmed by a second person. */
    TRANSFER_SECOND_CENTS(Form.CENTS),
    /** An approval of a request of more than this gross amount in cents, in all, is confirmed by a second person. */
    REQUEST_SECOND_CENTS(Form.CENTS),
    /** The line that stands on what the programme has paid for. */
    PUBLICITY_LINE(Form.WORDS);

    private final Form form;

    RuleKind(Form form) {
        this.form = form;
    }

    /** True if a value can be read as this kind needs it. */
    public boolean reads(String value) {
        return value != null && value.matches(form.pattern) && (form != Form.DATE || isDay(value))
                && (form != Form.PLAN || Payout.reads(value)) && (form != Form.YEARS || Years.ascend(value)) && (form != Form.DAYS || Arrays.stream(value.split(",")).allMatch(day -> isDay("2024-" + day)));
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
            case YEARS -> Years.parse(value).said();
            case NUMBER -> Sentence.of("funding.value.years", Integer.valueOf(value));
            case DAYS -> Arrays.stream(value.split(",")).map(day -> MonthDay.parse("--" + day)).toList();
            case COUNT -> Sentence.of("funding.value.times", Integer.valueOf(value));
            case FEW -> Integer.valueOf(value);
            case WAIT, AHEAD -> Sentence.of("funding.value.days", Integer.valueOf(value));
            case MONTHS -> Sentence.of("funding.value.months", Integer.valueOf(value));
            case PLAN -> Payout.steps(value).stream().map(s -> Sentence.of("funding.value.step", s.words(), new Percent(s.basisPoints()))).toList();
            case WORDS -> value;
            case ROUNDING, YES_NO, BINDING_START, BINDING_MODE, PAYOUT_MODE, PAYOUT_BASIS -> Sentence.of("funding.value." + value);
        };
    }

    static boolean isDay(String value) {
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
        YEARS(Years.PATTERN, "5"),
        CENTS("\\d{1,15}", "1000000"),
        DAYS("\\d{2}-\\d{2}(,\\d{2}-\\d{2}){0,11}", "06-30,12-31"),
        ROUNDING("UP|HALF_UP", "HALF_UP"),
        COUNT("[1-9]\\d?", "2"),
        FEW("[1-9]\\d?", "3"),
        WAIT("[1-9]\\d{0,2}", "42"),
        AHEAD("0|[1-9]\\d{0,2}", "42"),
        MONTHS("[1-9]\\d?", "6"),
        PLAN("[A-Z0-9=,-]{8,120}", "DECISION=8000,PROOF=2000"),
        WORDS("(?s).{1,120}", "Medienkonzept je Schule"),
        PAYOUT_BASIS("APPROVED|PAID", "PAID"),
        PAYOUT_MODE("REIMBURSEMENT|PLAN", "REIMBURSEMENT"),
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
