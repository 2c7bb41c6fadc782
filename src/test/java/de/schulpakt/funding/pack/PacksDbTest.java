package de.schulpakt.funding.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A programme as a file: checked, shown, taken over, confirmed by a second person. */
@DbTest
class PacksDbTest {
    private static final LocalDate START = LocalDate.of(2019, 5, 17);

    @Test
    void a_pack_becomes_a_programme_that_a_second_person_confirms(Db db) {
        Long id = shipped(db, "rp-digitalpakt-1");
        PackQueries.View checked = view(db, id);
        assertThat(checked.state()).isEqualTo(PackState.CHECKED);
        assertThat(checked.changes()).isNotEmpty().allMatch(c -> c.what().equals("NEW"));
        assertThat(db.number("SELECT count(*) FROM programme")).as("checking takes nothing over").isZero();

        take(db, id);
        Long programme = view(db, id).programmeId();
        assertThat(db.number("SELECT count(*) FROM programme_rule WHERE programme_id = ? AND verified", programme)).isZero();
        ProgrammeQueries.View there = FundingGiven.officer(db, () -> db.get(ProgrammeQueries.class).view(programme));
        assertThat(there.rules()).hasSize((int) checked.adds());
        assertThat(there.questions()).extracting(ProgrammeQueries.Question::kind).contains(RuleKind.BINDING_START, RuleKind.PROOF_MONTHS);

        assertThatThrownBy(() -> FundingGiven.officer(db, () -> {
            db.get(Packs.class).confirm(id, seen(db, id));
            return null;
        })).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("duty.apart"));
        confirm(db, id);
        assertThat(view(db, id).state()).isEqualTo(PackState.CONFIRMED);
        assertThat(db.number("SELECT count(*) FROM programme_rule WHERE programme_id = ? AND verified <> (status = 'CONFIRMED')", programme))
                .as("verified is what the pack calls confirmed, and nothing else").isZero();
        assertThat(view(db, id).changes()).allMatch(c -> c.what().equals("SAME"));
    }

    @Test
    void an_open_value_is_asked_for_until_somebody_enters_it(Db db) {
        Long id = shipped(db, "rp-digitalpakt-1");
        take(db, id);
        Long programme = view(db, id).programmeId();
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(programme, RuleKind.BINDING_START, null,
                "DELIVERY", START, "Bescheid", null, false)));
        assertThat(FundingGiven.officer(db, () -> db.get(ProgrammeQueries.class).view(programme)).questions())
                .extracting(ProgrammeQueries.Question::kind).doesNotContain(RuleKind.BINDING_START).contains(RuleKind.BINDING_MODE);
    }

    @Test
    void another_edition_shows_the_difference_and_the_confirmed_value_holds_until_the_new_one_is(Db db) {
        Long first = shipped(db, "rp-digitalpakt-1");
        take(db, first);
        confirm(db, first);
        Long programme = view(db, first).programmeId();
        Long second = check(db, ShippedPacks.read("rp-digitalpakt-1").replace("25000.00 EUR", "30000.00 EUR").replace("10 %, source", "11 %, source")
                .replaceAll("(?m)^  - \\{name: \"(Grund|Gesamt|Auszahl).*\n", ""));
        assertThat(view(db, second).changes()).filteredOn(c -> c.what().equals("OTHER")).extracting(PackQueries.Change::before)
                .containsExactlyInAnyOrder("1000", "2500000");
        take(db, second);
        assertThat(own(db, programme)).isEqualTo("1000");
        confirm(db, second);
        assertThat(own(db, programme)).isEqualTo("1100");
        assertThat(db.number("SELECT count(*) FROM programme_rule WHERE programme_id = ? AND withdrawn_at IS NOT NULL", programme)).isEqualTo(2);
        assertThat(view(db, first).changes()).filteredOn(c -> c.what().equals("OTHER")).hasSize(2);
    }

    @Test
    void an_unverified_value_of_the_same_day_is_replaced_and_the_programme_keeps_what_the_pack_does_not_name(Db db) {
        Long first = shipped(db, "digitalpakt-2-0");
        take(db, first);
        Long programme = view(db, first).programmeId();
        FundingGiven.rule(db, programme, RuleKind.KEEP_YEARS, null, "10");
        Long second = check(db, ShippedPacks.read("digitalpakt-2-0").replace("value: 10 %", "value: 12 %").replace("grant: 900.00", "grant: 880.00"));
        assertThat(view(db, second).changes()).extracting(PackQueries.Change::what).contains("ONLY_HERE").filteredOn("OTHER"::equals).hasSize(1);
        take(db, second);
        assertThat(own(db, programme)).isEqualTo("1200");
        assertThat(db.number("SELECT count(*) FROM programme_rule WHERE programme_id = ? AND kind = 'OWN_SHARE_BP' AND withdrawn_at IS NULL", programme))
                .isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM programme_rule WHERE programme_id = ? AND kind = 'KEEP_YEARS' AND verified", programme)).isEqualTo(1);
    }

    @Test
    void the_asker_sees_whom_it_hits(Db db) {
        Long authority = SchoolGiven.authority(db, "Koblenz");
        Long id = shipped(db, "digitalpakt-2-0");
        assertThat(view(db, id).hits()).isEmpty();
        take(db, id);
        FundingGiven.application(db, view(db, id).programmeId(), authority);
        assertThat(view(db, id).hits()).containsExactly(new PackQueries.Hit(authority, "Koblenz", 1L, 0L, 0L));
    }

    @Test
    void a_wrong_file_is_kept_nowhere(Db db) {
        refused("pack.case_fails", db, ShippedPacks.read("sn-digitalpakt-3").replace("2700.00", "2800.00"));
        refused("pack.unknown_key", db, ShippedPacks.read("sn-digitalpakt-3") + "more: 1\n");
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> db.get(Packs.class).check(new Packs.Check("x", new byte[] {(byte) 0xC3, 0x28}))))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("pack.not_text"));
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> db.get(Packs.class).check(new Packs.Check("x", new byte[300_000]))))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("pack.too_large"));
        assertThatThrownBy(() -> shipped(db, "../texts_de")).isInstanceOf(NotFound.class);
        assertThat(db.number("SELECT count(*) FROM rule_pack")).isZero();
    }

    @Test
    void a_pack_is_taken_over_once_and_by_who_saw_it_as_it_is(Db db) {
        Long id = shipped(db, "sn-digitalpakt-4");
        Packs.Step seen = seen(db, id);
        take(db, id);
        assertThatThrownBy(() -> FundingGiven.deputy(db, () -> {
            db.get(Packs.class).take(id, seen);
            return null;
        })).isInstanceOf(Conflict.class);
        Long other = shipped(db, "sn-digitalpakt-1");
        FundingGiven.officer(db, () -> {
            db.get(Packs.class).discard(other, seen(db, other));
            return null;
        });
        assertThat(view(db, other).actions()).isEmpty();
    }

    @Test
    void a_verified_rule_is_withdrawn_by_two_persons_and_an_unverified_one_by_one(Db db) {
        Long id = FundingGiven.programme(db, "P");
        Long verified = rule(db, id, RuleKind.OWN_SHARE_BP);
        withdraw(db, id, verified, false);
        assertThat(own(db, id)).as("until a second person agrees").isEqualTo("1000");
        assertThatThrownBy(() -> withdraw(db, id, verified, false)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("duty.apart"));
        withdraw(db, id, verified, true);
        assertThat(own(db, id)).isNull();
        assertThatThrownBy(() -> withdraw(db, id, verified, true)).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("rule.withdrawn"));
        Long open = FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(id, RuleKind.OWN_SHARE_BP, null,
                "2000", FundingGiven.START, "x", null, false)));
        assertThat(own(db, id)).isEqualTo("2000");
        withdraw(db, id, open, false);
        assertThat(own(db, id)).isNull();
    }

    private static void withdraw(Db db, Long programme, Long rule, boolean second) {
        Programmes.WithdrawRule cmd = new Programmes.WithdrawRule(programme, rule, (int) db.number("SELECT version FROM programme_rule WHERE id = ?", rule), "Irrtum");
        if (second) {
            FundingGiven.deputy(db, () -> {
                db.get(Programmes.class).withdrawRule(cmd);
                return null;
            });
        } else {
            FundingGiven.officer(db, () -> {
                db.get(Programmes.class).withdrawRule(cmd);
                return null;
            });
        }
    }

    private static Long rule(Db db, Long programme, RuleKind kind) {
        return db.number("SELECT id FROM programme_rule WHERE programme_id = ? AND kind = ?", programme, kind.name());
    }

    private static String own(Db db, Long programme) {
        ProgrammeQueries.Rule rule = db.get(ProgrammeQueries.class).rule(RuleKind.OWN_SHARE_BP, programme, null, LocalDate.of(2026, 1, 1));
        return rule == null ? null : rule.value();
    }

    private static void refused(String code, Db db, String text) {
        assertThatThrownBy(() -> check(db, text)).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void a_pack_is_downloaded_as_it_came_and_read_again_as_the_same(Db db) {
        for (String text : List.of(ShippedPacks.read("rp-digitalpakt-1"), ShippedPacks.read("sn-digitalpakt-1").replace("\n", "\r\n"))) {
            PackQueries.File file = FundingGiven.officer(db, () -> {
                Long id = db.get(Packs.class).check(new Packs.Check("Förderung.yaml", text.getBytes(StandardCharsets.UTF_8)));
                return db.get(PackQueries.class).download(id);
            });
            assertThat(file.name()).isEqualTo("Förderung.yaml");
            assertThat(file.content()).isEqualTo(text);
            Long again = check(db, file.content());
            assertThat(db.number("SELECT count(DISTINCT checksum) FROM rule_pack WHERE id IN (?, ?)", again, again - 1)).isEqualTo(1);
            assertThat(PackReader.read(file.content())).isEqualTo(PackReader.read(text));
        }
    }

    private static Long check(Db db, String text) {
        return FundingGiven.officer(db, () -> db.get(Packs.class).check(new Packs.Check("a.yaml", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static Long shipped(Db db, String name) {
        return FundingGiven.officer(db, () -> db.get(Packs.class).checkShipped(new Packs.Shipped(name)));
    }

    private static void take(Db db, Long id) {
        FundingGiven.officer(db, () -> {
            db.get(Packs.class).take(id, seen(db, id));
            return null;
        });
    }

    private static void confirm(Db db, Long id) {
        FundingGiven.deputy(db, () -> {
            db.get(Packs.class).confirm(id, seen(db, id));
            return null;
        });
    }

    private static Packs.Step seen(Db db, Long id) {
        return new Packs.Step((int) db.number("SELECT version FROM rule_pack WHERE id = ?", id));
    }

    private static PackQueries.View view(Db db, Long id) {
        return FundingGiven.officer(db, () -> db.get(PackQueries.class).view(id));
    }
}
