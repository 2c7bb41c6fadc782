package de.schulpakt.funding.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleWordsTest {
    private static final Map<RuleKind, List<String>> VALUES = Map.ofEntries(
            Map.entry(RuleKind.OWN_SHARE_BP, List.of("0", "1000", "1250", "10000")),
            Map.entry(RuleKind.EARLIEST_START, List.of("2026-09-01")),
            Map.entry(RuleKind.END, List.of("2030-12-31")),
            Map.entry(RuleKind.CATEGORY_ALLOWED, List.of("YES", "NO")),
            Map.entry(RuleKind.BINDING_YEARS, List.of("1", "5", "10", "5,15000000=12", "3,100=4,25050=10")),
            Map.entry(RuleKind.BINDING_START, List.of("DELIVERY", "COMMISSIONING")),
            Map.entry(RuleKind.BINDING_MODE, List.of("EXACT_DATE", "END_OF_CALENDAR_YEAR")),
            Map.entry(RuleKind.MOBILE_CAP_CENTS, List.of("0", "2500000", "1")),
            Map.entry(RuleKind.DIRECT_AWARD_LIMIT, List.of("10000000")),
            Map.entry(RuleKind.REPORT_DAYS, List.of("06-30,12-31", "02-29")),
            Map.entry(RuleKind.PRICE_TOLERANCE_BP, List.of("0", "250", "10000")), Map.entry(RuleKind.ROUNDING, List.of("UP", "HALF_UP")),
            Map.entry(RuleKind.APPLY_UNTIL, List.of("2020-12-31")), Map.entry(RuleKind.PAYOUT_MODE, List.of("REIMBURSEMENT", "PLAN")),
            Map.entry(RuleKind.PAYOUT_PLAN, List.of("DECISION=8000,PROOF=2000", "2021-09-30=3000,2022-09-30=3050,PROOF=3950")),
            Map.entry(RuleKind.RETAINED_BP, List.of("1000")), Map.entry(RuleKind.INTEREST_FREE_CENTS, List.of("25000")), Map.entry(RuleKind.MIN_GRANT_CENTS, List.of("1000000")), Map.entry(RuleKind.LUMP_SUM_CENTS, List.of("60000")),
            Map.entry(RuleKind.PAYOUT_BASIS, List.of("APPROVED", "PAID")),
            Map.entry(RuleKind.ADVANCE_DAYS, List.of("0", "1", "42")), Map.entry(RuleKind.DRAWS_PER_SCHOOL, List.of("2")),
            Map.entry(RuleKind.ACCOMPANYING_NEEDS_PARENT, List.of("YES", "NO")), Map.entry(RuleKind.SUPPLEMENTS_PER_YEAR, List.of("2")), Map.entry(RuleKind.SPEND_DAYS, List.of("1", "42")), Map.entry(RuleKind.PROOF_MONTHS, List.of("1", "6")),
            Map.entry(RuleKind.TOLERANCE_BP, List.of("2000")), Map.entry(RuleKind.KEEP_YEARS, List.of("10")),
            Map.entry(RuleKind.NETWORK_FIRST, List.of("YES", "NO")), Map.entry(RuleKind.INTEREST_BP, List.of("500")),
            Map.entry(RuleKind.NEGOTIATED_AWARD_LIMIT, List.of("10000000")), Map.entry(RuleKind.RESTRICTED_AWARD_LIMIT, List.of("10000000")),
            Map.entry(RuleKind.EU_AWARD_LIMIT, List.of("21600000")), Map.entry(RuleKind.AWARD_COMPANIES, List.of("3", "10")),
            Map.entry(RuleKind.AWARD_SECOND_CENTS, List.of("0", "2500000")),
            Map.entry(RuleKind.REQUEST_SECOND_CENTS, List.of("0", "2500000")), Map.entry(RuleKind.TRANSFER_SECOND_CENTS, List.of("0", "500000")), Map.entry(RuleKind.DOCUMENTS, List.of("Medienkonzept je Schule")),
            Map.entry(RuleKind.PUBLICITY_LINE, List.of("Gefördert vom Land")));

    @Test
    void what_a_page_shows_of_a_rule_can_be_typed_into_its_form() {
        assertThat(VALUES).containsOnlyKeys(RuleKind.values());
        VALUES.forEach((kind, values) -> values.forEach(value -> List.of(Locale.GERMAN, Locale.ENGLISH).forEach(locale -> {
            String said = RuleWords.say(kind, value, locale);
            assertThat(RuleWords.read(kind, said, locale)).as("%s “%s”", kind, said).isEqualTo(value);
        })));
    }

    @Test
    void percent_and_euros_are_typed_with_their_unit_or_without() {
        assertThat(RuleWords.read(RuleKind.OWN_SHARE_BP, "10", Locale.GERMAN)).isEqualTo("1000");
        assertThat(RuleWords.read(RuleKind.OWN_SHARE_BP, "12,5 %", Locale.GERMAN)).isEqualTo("1250");
        assertThat(RuleWords.read(RuleKind.DIRECT_AWARD_LIMIT, "10.000 €", Locale.GERMAN)).isEqualTo("1000000");
        assertThat(RuleWords.read(RuleKind.DIRECT_AWARD_LIMIT, "€10,000", Locale.ENGLISH)).isEqualTo("1000000");
        assertThat(RuleWords.read(RuleKind.END, "31.12.2030", Locale.GERMAN)).isEqualTo("2030-12-31");
        assertThat(RuleWords.read(RuleKind.REPORT_DAYS, "30.6. und 31.12.", Locale.GERMAN)).isEqualTo("06-30,12-31");
        assertThat(RuleWords.read(RuleKind.CATEGORY_ALLOWED, "Ja", Locale.GERMAN)).isEqualTo("YES");
    }

    @Test
    void the_unit_of_another_kind_is_refused_and_never_dropped() {
        Map<RuleKind, String> own = Map.of(RuleKind.SPEND_DAYS, "days", RuleKind.ADVANCE_DAYS, "days", RuleKind.PROOF_MONTHS, "months", RuleKind.KEEP_YEARS, "years",
                RuleKind.DRAWS_PER_SCHOOL, "times", RuleKind.SUPPLEMENTS_PER_YEAR, "times", RuleKind.BINDING_YEARS, "years", RuleKind.AWARD_COMPANIES, "", RuleKind.OWN_SHARE_BP, "%",
                RuleKind.MOBILE_CAP_CENTS, "EUR");
        Map<String, List<String>> units = Map.of("days", List.of("2 Tage", "2 days"), "months", List.of("2 Monate", "2 months"), "years", List.of("2 Jahre", "2 years"),
                "times", List.of("2 mal", "2 times"), "%", List.of("2 %", "2 Prozent"), "EUR", List.of("2 EUR", "2 €"));
        own.forEach((kind, unit) -> units.forEach((named, texts) -> texts.forEach(typed -> {
            if (named.equals(unit)) {
                assertThat(RuleWords.read(kind, typed, Locale.GERMAN)).as("%s “%s”", kind, typed).startsWith("2");
            } else {
                assertThatThrownBy(() -> RuleWords.read(kind, typed, Locale.GERMAN)).as("%s “%s”", kind, typed).isInstanceOf(Refused.class);
            }
        })));
    }

    @Test
    void what_is_beyond_a_kind_is_refused_with_the_typed_text_and_words() {
        assertThatThrownBy(() -> RuleWords.read(RuleKind.OWN_SHARE_BP, "110 %", Locale.GERMAN)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.args()).containsExactly(RuleKind.OWN_SHARE_BP, "110 %", "10,00 %"));
        assertThatThrownBy(() -> RuleWords.read(RuleKind.SPEND_DAYS, "2 Monate", Locale.GERMAN)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.args()).containsExactly(RuleKind.SPEND_DAYS, "2 Monate", "42 Tage"));
        assertThatThrownBy(() -> RuleWords.read(RuleKind.MIN_GRANT_CENTS, "30,000", Locale.GERMAN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> RuleWords.read(RuleKind.DOCUMENTS, "x".repeat(121), Locale.GERMAN)).isInstanceOf(Refused.class);
    }

    @Test
    void what_a_kind_cannot_read_is_refused_with_an_example_in_words() {
        assertThatThrownBy(() -> RuleWords.read(RuleKind.OWN_SHARE_BP, "zehn", Locale.GERMAN)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.args()).contains("10,00 %"));
        for (String wrong : List.of("", "10,005", "-1", "30.02.2026", "YES!")) {
            for (RuleKind kind : RuleKind.values()) {
                if ((kind == RuleKind.DOCUMENTS || kind == RuleKind.PUBLICITY_LINE) && !wrong.isEmpty()) {
                    continue;
                }
                assertThatThrownBy(() -> RuleWords.read(kind, wrong, Locale.GERMAN)).as("%s “%s”", kind, wrong).isInstanceOf(Refused.class);
            }
        }
    }
}
