package de.schulpakt.funding.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.programme.RuleStatus;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.BindingMode;
import de.schulpakt.inventory.device.BindingStart;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a rule pack may say, and how it is told what is wrong with it. */
class PackReaderTest {
    private static final String GOOD = """
            edition: "1"
            programme: {code: P, name: Programm, starts: 2026-01-01, ends: 2030-12-31}
            sources:
              L: {title: Law, url: "https://example.org/law"}
            rules:
              - {rule: OWN_SHARE_BP, value: 10 %, source: L, status: confirmed}
              - {rule: BINDING_YEARS, category: [WLAN, LAN], value: 5 years, from: 2027-01-01, source: L, status: other_state}
              - {rule: BINDING_MODE, value: END_OF_CALENDAR_YEAR, source: L, status: press}
            open:
              - {rule: PROOF_MONTHS, ask: "See the decision."}
            cases:
              - {name: Share, eligible: 1000.05, grant: 900.04}
              - {name: Bound, on: 2027-02-01, category: LAN, bound_from: 2027-02-01, bound_until: 2032-12-31}
            """;

    @Test
    void a_pack_is_read_with_units_categories_and_days() {
        Pack pack = PackReader.read(GOOD);
        assertThat(pack.rules()).extracting(Pack.Rule::kind, Pack.Rule::category, Pack.Rule::value, Pack.Rule::from, Pack.Rule::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(RuleKind.OWN_SHARE_BP, null, "1000", LocalDate.of(2026, 1, 1), RuleStatus.CONFIRMED),
                        org.assertj.core.groups.Tuple.tuple(RuleKind.BINDING_YEARS, Category.WLAN, "5", LocalDate.of(2027, 1, 1), RuleStatus.OTHER_STATE),
                        org.assertj.core.groups.Tuple.tuple(RuleKind.BINDING_YEARS, Category.LAN, "5", LocalDate.of(2027, 1, 1), RuleStatus.OTHER_STATE),
                        org.assertj.core.groups.Tuple.tuple(RuleKind.BINDING_MODE, null, "END_OF_CALENDAR_YEAR", LocalDate.of(2026, 1, 1), RuleStatus.PRESS));
        assertThat(pack.open()).containsExactly(new Pack.Question(RuleKind.PROOF_MONTHS, null, "See the decision."));
        PackCases.tryAll(pack);
    }

    @Test
    void what_is_wrong_is_told_with_its_line_and_place() {
        refused("pack.unknown_key", List.of(6, "rules 1, colour"), GOOD.replace("value: 10 %", "value: 10 %, colour: red"));
        refused("pack.missing_key", List.of(6, "rules 1", "value"), GOOD.replace("value: 10 %, ", ""));
        refused("pack.bad_value", List.of(8, "rules 3, status"), GOOD.replace("status: press", "status: sure"));
        refused("pack.bad_value", List.of(7, "rules 2, category 2"), GOOD.replace("[WLAN, LAN]", "[WLAN, FAX]"));
        refused("pack.bad_value", List.of(6, "rules 1, rule"), GOOD.replace("OWN_SHARE_BP", "OWN_SHARES"));
        refused("pack.bad_value", List.of(7, "rules 2, from"), GOOD.replace("from: 2027-01-01", "from: 2027-02-30"));
        refused("pack.rule_value", List.of(6, RuleKind.OWN_SHARE_BP, "10", "10 %"), GOOD.replace("10 %", "10"));
        refused("pack.source_unknown", List.of(6, "M"), GOOD.replace("value: 10 %, source: L", "value: 10 %, source: M"));
        refused("pack.rule_twice", List.of(8, RuleKind.BINDING_YEARS, 7), GOOD.replace("{rule: BINDING_MODE, value: END_OF_CALENDAR_YEAR, source",
                "{rule: BINDING_YEARS, category: LAN, from: 2027-01-01, value: 6, source"));
        refused("pack.key_twice", List.of(2, "edition"), "edition: \"1\"\n" + GOOD);
        refused("pack.case_empty", List.of(12, "Share"), GOOD.replace(", grant: 900.04", ""));
        refused("programme.ends_before_start", List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2025, 12, 31)), GOOD.replace("2030-12-31", "2025-12-31"));
    }

    @Test
    void all_that_is_wrong_is_named_at_once_in_the_order_of_the_file() {
        String wrong = GOOD.replace("value: 10 %, source: L", "value: 10, colour: red, source: M").replace("status: press", "status: sure").replace("[WLAN, LAN]", "[WLAN, FAX]")
                .replace(", ask: \"See the decision.\"", "").replace(", grant: 900.04", "").replace("edition: \"1\"", "edition: \"1\"\nedition: \"2\"");
        assertThatThrownBy(() -> PackReader.read(wrong)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("pack.faults");
            assertThat(refused.args().get(0)).isEqualTo(8);
            List<String> codes = new ArrayList<>();
            Object rest = refused.args().get(1);
            while (rest instanceof Sentence said) {
                boolean more = said.key().equals("pack.fault_and");
                codes.add(more ? ((Sentence) said.values().get(0)).key() : said.key());
                rest = more ? said.values().get(1) : null;
            }
            assertThat(codes).containsExactlyInAnyOrder("pack.key_twice", "pack.unknown_key", "pack.source_unknown", "pack.rule_value", "pack.bad_value", "pack.bad_value", "pack.missing_key",
                    "pack.case_empty");
            assertThat(codes.get(0)).isEqualTo("pack.key_twice");
            assertThat(codes.get(7)).isEqualTo("pack.case_empty");
            assertThat(((Sentence) refused.args().get(1)).told(Locale.GERMAN)).contains("Zeile 2", "Zeile 7", "Zeile 8", "Zeile 9", "Zeile 11", "Zeile 13");
        });
        Pack cases = PackReader.read(GOOD.replace("900.04", "900.05").replace("2032-12-31", "2033-12-31"));
        assertThatThrownBy(() -> PackCases.tryAll(cases)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("pack.faults");
            assertThat(refused.args().get(0)).isEqualTo(2);
        });
    }

    @Test
    void what_is_no_yaml_or_would_grow_is_refused() {
        for (String wrong : List.of("", "a: [", "\t- x", "a: &x [1]\nb: [*x, *x]", "--- a\n--- b", "x".repeat(300_000))) {
            assertThatThrownBy(() -> PackReader.read(wrong)).isInstanceOf(Refused.class);
        }
        refused("pack.not_yaml", List.of(3), "a: 1\nb: [\n");
    }

    @Test
    void a_case_that_answers_otherwise_is_refused_with_both_answers() {
        Pack wrong = PackReader.read(GOOD.replace("900.04", "900.05"));
        assertThatThrownBy(() -> PackCases.tryAll(wrong)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("pack.case_fails");
            assertThat(refused.args().toString()).contains("Share", "90005", "90004");
        });
        Pack unbound = PackReader.read(GOOD.replace("category: [WLAN, LAN]", "category: WLAN"));
        assertThatThrownBy(() -> PackCases.tryAll(unbound)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.args().toString()).contains("pack.no_value"));
    }

    /** SächsSchulInfraVO: 5 years up to 150,000 EUR of grant, 12 years above. */
    @Test
    void a_binding_depends_on_the_grant() {
        String text = GOOD.replace("value: 5 years", "value: \"5 years, over 150000.00 EUR 12 years\"").replaceAll("  - \\{name: Bound.*\n", "");
        Pack pack = PackReader.read(text);
        assertThat(pack.rules().get(1).value()).isEqualTo("5,15000000=12");
        LocalDate day = LocalDate.of(2027, 2, 1);
        assertThat(PackCases.boundUntil(pack, Category.LAN, day, day, 15_000_000)).isEqualTo("2032-12-31");
        assertThat(PackCases.boundUntil(pack, Category.LAN, day, day, 15_000_001)).isEqualTo("2039-12-31");
        String cases = "  - {name: Up to, on: 2027-02-01, category: LAN, eligible: 166666.66, bound_from: 2027-02-01, bound_until: 2032-12-31}\n"
                + "  - {name: Above, on: 2027-02-01, category: LAN, eligible: 166666.68, bound_from: 2027-02-01, bound_until: 2039-12-31}\n";
        PackCases.tryAll(PackReader.read(text + cases));
        assertThatThrownBy(() -> PackCases.tryAll(PackReader.read(text + cases.replace("2039", "2032")))).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("pack.case_fails"));
        for (String wrong : List.of("5 years, 12 years", "5 years, over 1 EUR 2, over 1 EUR 3", "5, over 2.00 EUR 3, over 1.00 EUR 4", "over 1.00 EUR 5")) {
            assertThatThrownBy(() -> PackReader.read(text.replace("5 years, over 150000.00 EUR 12 years", wrong))).as(wrong).isInstanceOf(Refused.class);
        }
    }

    /** A case of a pack and a device of the inventory are bound until the same day. */
    @Test
    void a_case_counts_the_binding_as_devices_do() {
        for (BindingMode mode : BindingMode.values()) {
            for (int years : new int[] {1, 4, 5, 12}) {
                Pack pack = PackReader.read(GOOD.replace("END_OF_CALENDAR_YEAR", mode.name()).replace("5 years", years + " years")
                        .replaceAll("  - \\{name: Bound.*\n", ""));
                for (LocalDate start = LocalDate.of(2027, 1, 1); start.getYear() < 2029; start = start.plusDays(1)) {
                    assertThat(PackCases.boundUntil(pack, Category.LAN, start, LocalDate.of(2027, 2, 1), 0))
                            .isEqualTo(new Binding(BindingStart.DELIVERY, years, mode).endFrom(start));
                }
            }
        }
    }

    @Test
    void every_pack_that_comes_with_the_program_is_sound_and_names_no_status_without_source() {
        for (String name : ShippedPacks.NAMES) {
            Pack pack = PackReader.read(ShippedPacks.read(name));
            PackCases.tryAll(pack);
            assertThat(pack.cases()).as(name).hasSizeGreaterThan(1);
            assertThat(pack.rules()).as(name).allSatisfy(rule -> assertThat(rule.status()).as("%s of another state", rule.kind())
                    .isNotEqualTo(RuleStatus.OTHER_STATE));
        }
        assertThat(ShippedPacks.NAMES.stream().map(n -> PackReader.read(ShippedPacks.read(n)).code()).collect(Collectors.toSet()))
                .hasSameSizeAs(ShippedPacks.NAMES);
    }

    private static void refused(String code, List<?> args, String text) {
        assertThatThrownBy(() -> PackReader.read(text)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.args().toString()).isEqualTo(new Refused(code, args.toArray()).args().toString());
        });
    }
}
