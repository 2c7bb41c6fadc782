package de.schulpakt.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hinders the submission of a draft: all of it is named, on its page and by the submission. */
@DbTest
class HindrancesDbTest {
    private static final int FLAWS = 8;
    private Long authority;
    private Long programme;
    private Long draft;

    @BeforeEach
    void aDraft(Db db) {
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        FundingGiven.ceiling(db, programme, authority, 9_000_00);
        FundingGiven.rule(db, programme, RuleKind.APPLY_UNTIL, null, "2089-12-31");
        FundingGiven.rule(db, programme, RuleKind.MOBILE_CAP_CENTS, null, "50000");
        FundingGiven.rule(db, programme, RuleKind.LUMP_SUM_CENTS, Category.LAN, "20000");
        FundingGiven.rule(db, programme, RuleKind.MIN_GRANT_CENTS, null, "1");
        FundingGiven.rule(db, programme, RuleKind.CATEGORY_ALLOWED, Category.LAN, "YES");
        draft = FundingGiven.application(db, programme, authority);
        Long annex = FundingGiven.annex(db, draft, SchoolGiven.school(db, authority, "Görres-Gymnasium"));
        Long lan = FundingGiven.position(db, draft, annex, Category.LAN, 1_000_00);
        db.sql("UPDATE funding_position SET quantity = 5, unit_cents = 20000 WHERE id = ?", lan);
        FundingGiven.position(db, draft, annex, Category.MOBILE_DEVICE, 400_00);
    }

    @Test
    void the_page_names_all_that_the_submission_refuses_whatever_is_wrong(Db db) {
        for (int flaws = (1 << FLAWS) - 1; flaws >= 0; flaws--) {
            List<String> expected = given(db, flaws);
            List<Sentence> shown = hindrances(db);
            assertThat(shown).as("flaws %s", Integer.toBinaryString(flaws)).extracting(Sentence::key).containsExactlyInAnyOrderElementsOf(expected);
            Refused refused = catchThrowableOfType(Refused.class, () -> FundingGiven.submit(db, draft));
            if (shown.isEmpty()) {
                assertThat(refused).isNull();
            } else if (shown.size() == 1) {
                assertThat(refused.code()).isEqualTo(shown.get(0).key());
            } else {
                assertThat(refused.code()).isEqualTo("application.hindered");
                assertThat(refused.args().get(0)).isEqualTo(shown.size());
                assertThat(((Sentence) refused.args().get(1)).key()).isEqualTo("application.hindered.and");
                String said = Explained.of(refused, Locale.GERMAN).orElseThrow().detail();
                assertThat(shown).allSatisfy(one -> assertThat(said).contains(one.told(Locale.GERMAN)));
            }
        }
        assertThat(hindrances(db)).as("of what is submitted").isEmpty();
        assertThat(FundingGiven.view(db, draft).state()).isEqualTo(ApplicationState.SUBMITTED);
        db.clean();
    }

    @Test
    void an_empty_draft_of_an_authority_without_ceiling_lacks_both(Db db) {
        Long other = SchoolGiven.authority(db, "Kreis Neuwied");
        draft = FundingGiven.application(db, programme, other);
        assertThat(hindrances(db)).extracting(Sentence::key).containsExactly("application.no_position", "application.no_ceiling", "application.below_min_grant");
    }

    /** The flaws that are bits of a number, and with what each of them is refused. */
    private List<String> given(Db db, int flaws) {
        List<String> expected = new ArrayList<>();
        boolean noShare = (flaws & 1 << 7) != 0;
        db.sql("UPDATE programme SET ends_on = ?", flaw(flaws, 0, "application.programme_over", expected) ? "2025-12-31" : "2090-12-31");
        rule(db, RuleKind.APPLY_UNTIL, flaw(flaws, 1, "application.too_late", expected) ? "2025-06-30" : "2089-12-31");
        db.sql("UPDATE programme_rule SET value = ? WHERE kind = 'CATEGORY_ALLOWED' AND category = 'LAN'", flaw(flaws, 2, "application.category_not_allowed", expected) ? "NO" : "YES");
        rule(db, RuleKind.MOBILE_CAP_CENTS, flaw(flaws, 3, "application.mobile_cap", expected) ? "39999" : "40000");
        rule(db, RuleKind.LUMP_SUM_CENTS, flaw(flaws, 4, "application.over_lump_sum", expected) ? "19999" : "20000");
        // without an own share nobody knows the grant
        rule(db, RuleKind.MIN_GRANT_CENTS, flaw(flaws, 5, noShare ? null : "application.below_min_grant", expected) ? "126001" : "126000");
        db.sql("UPDATE programme_ceiling SET ceiling_cents = ?", flaw(flaws, 6, noShare ? null : "application.over_ceiling", expected) ? 1_259_99 : 1_260_00);
        db.sql("UPDATE programme_ceiling SET verified_cents = ceiling_cents");
        db.sql("UPDATE programme_rule SET valid_from = ? WHERE kind = 'OWN_SHARE_BP'", flaw(flaws, 7, "application.no_own_share", expected) ? "2089-01-01" : "2025-01-01");
        return expected;
    }

    private static boolean flaw(int flaws, int bit, String code, List<String> expected) {
        boolean there = (flaws & 1 << bit) != 0;
        if (there && code != null) {
            expected.add(code);
        }
        return there;
    }

    private static void rule(Db db, RuleKind kind, String value) {
        db.sql("UPDATE programme_rule SET value = ? WHERE kind = ?", value, kind.name());
    }

    private List<Sentence> hindrances(Db db) {
        return FundingGiven.officer(db, () -> db.get(ApplicationQueries.class).hindrances(draft));
    }
}
