package de.schulpakt.funding.pack;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.Payout;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.programme.Years;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tries the examples of a pack on its rules, with the arithmetic that the program itself uses. */
final class PackCases {
    private static final int ALL_BP = 10_000;
    private static final Sentence NOTHING = Sentence.of("pack.no_value");

    private PackCases() {
    }

    /** @throws Refused {@code pack.case_fails} with line, name, what is expected and what the rules answer; {@code pack.faults} where several fail */
    static void tryAll(Pack pack) {
        List<Refused> faults = new ArrayList<>();
        for (Pack.Case example : pack.cases()) {
            answers(pack, example).forEach((expected, found) -> {
                if (!Objects.equals(expected.value(), found)) {
                    faults.add(new Refused("pack.case_fails", example.line(), example.name(), Sentence.of("pack.case." + expected.what()),
                            said(expected.value()), found == null ? NOTHING : said(found)));
                }
            });
        }
        PackReader.refuse(faults);
    }

    /** What a case expects of one question. */
    private record Expected(String what, Object value) {
    }

    private static Map<Expected, Object> answers(Pack pack, Pack.Case c) {
        Map<Expected, Object> answers = new LinkedHashMap<>();
        Money grant = grant(pack, c);
        if (c.grant() != null) {
            answers.put(new Expected("grant", Money.of(c.grant())), grant);
        }
        if (c.payable() != null) {
            Payout payout = Payout.of(pack.value(RuleKind.PAYOUT_MODE, c.category(), c.on()), pack.value(RuleKind.PAYOUT_PLAN, c.category(), c.on()),
                    pack.value(RuleKind.RETAINED_BP, c.category(), c.on()), true);
            answers.put(new Expected("payable", Money.of(c.payable())), payout == null || grant == null ? null
                    : Money.of(grant.cents() * payout.dueBp(c.on(), c.proven()) / ALL_BP));
        }
        if (c.allowed() != null) {
            answers.put(new Expected("allowed", c.allowed()), "YES".equals(pack.value(RuleKind.CATEGORY_ALLOWED, c.category(), c.on())));
        }
        if (c.fits() != null) {
            answers.put(new Expected("fits", c.fits()), fits(pack, c));
        }
        if (c.boundUntil() != null) {
            answers.put(new Expected("bound_until", c.boundUntil()), boundUntil(pack, c.category(), c.boundFrom(), c.on(),
                    grant == null ? c.grant() == null ? 0 : c.grant() : grant.cents()));
        }
        if (c.proofDue() != null) {
            String months = pack.value(RuleKind.PROOF_MONTHS, c.category(), c.on());
            answers.put(new Expected("proof_due", c.proofDue()), months == null ? null : c.periodEnds().plusMonths(Long.parseLong(months)));
        }
        return answers;
    }

    private static Money grant(Pack pack, Pack.Case c) {
        String share = pack.value(RuleKind.OWN_SHARE_BP, c.category(), c.on());
        if (share == null || c.eligible() == null) {
            return null;
        }
        return new OwnShare(Integer.parseInt(share), "HALF_UP".equals(pack.value(RuleKind.ROUNDING, c.category(), c.on())))
                .grant(Money.of(c.eligible()));
    }

    private static boolean fits(Pack pack, Pack.Case c) {
        String earliest = pack.value(RuleKind.EARLIEST_START, c.category(), c.on());
        String latest = pack.value(RuleKind.END, c.category(), c.on());
        LocalDate from = earliest == null ? pack.starts() : LocalDate.parse(earliest);
        LocalDate to = latest == null ? pack.ends() : LocalDate.parse(latest);
        return (c.begun() == null || !c.begun().isBefore(from)) && (c.accepted() == null || !c.accepted().isAfter(to));
    }

    /** As devices count it. */
    static LocalDate boundUntil(Pack pack, Category category, LocalDate start, LocalDate day, long grantCents) {
        String rule = pack.value(RuleKind.BINDING_YEARS, category, day);
        String mode = pack.value(RuleKind.BINDING_MODE, category, day);
        if (rule == null || mode == null) {
            return null;
        }
        int years = Years.parse(rule).of(grantCents);
        return mode.equals("EXACT_DATE") ? start.plusYears(years) : LocalDate.of(start.getYear() + years, 12, 31);
    }

    private static Object said(Object value) {
        return value instanceof Boolean yes ? Sentence.of("funding.value." + (yes ? "YES" : "NO")) : value;
    }
}
