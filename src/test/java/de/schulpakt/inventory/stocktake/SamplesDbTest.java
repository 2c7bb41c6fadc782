package de.schulpakt.inventory.stocktake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.proof.ProofContent;
import de.schulpakt.funding.proof.ProofGap;
import de.schulpakt.funding.proof.ProofQueries;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stock-taking is about an award, a value, an age; what it does not find is a gap in the proof of its award. */
@DbTest
class SamplesDbTest {
    private Db db;
    private ProcurementGiven b;
    private Long budget;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        b = ProcurementGiven.school(db, "Görres-Gymnasium");
        budget = b.budget(Category.MOBILE_DEVICE, 1_000_000);
        b.receive(b.order(b.approved(b.tablet(45_000), 2)), "1", null, "T-1", "T-2");
        b.receive(b.order(b.approved(b.tablet(90_000), 1)), "2", null, "T-3");
        db.sql("update device set delivered_on = '2025-03-01' where serial = 'T-1'");
    }

    @Test
    void by_award_value_and_age() {
        assertThat(as(b.admin, () -> db.get(StocktakeQueries.class).awards(b.school))).extracting(Awards.Award::budgetId).containsExactly(budget);
        assertThat(as(b.admin, () -> db.get(StocktakeQueries.class).awards(null))).isEmpty();
        assertThat(expected(new Stocktakes.Open(b.school, "Wert", null, null, null, 90_000L, null))).containsExactly("T-3");
        assertThat(expected(new Stocktakes.Open(b.school, "Alter", null, null, null, null, LocalDate.of(2025, 3, 1)))).containsExactly("T-1");
        assertThat(expected(new Stocktakes.Open(b.school, "Bewilligung", null, budget, null, 45_000L, null))).containsExactly("T-1", "T-2", "T-3");
        assertThatThrownBy(() -> open(new Stocktakes.Open(b.school, "Nichts", null, budget, null, 90_001L, null))).hasMessageContaining("stocktake.nothing");
        assertThatThrownBy(() -> open(new Stocktakes.Open(b.school, "Falsch", null, null, null, 0L, null))).hasMessageContaining("minCents");
        Long id = open(new Stocktakes.Open(b.school, "Beides", null, null, null, 45_000L, LocalDate.of(2025, 3, 1)));
        StocktakeQueries.View view = as(b.admin, () -> db.get(StocktakeQueries.class).view(id));
        assertThat(view).extracting(StocktakeQueries.View::minCents, StocktakeQueries.View::boughtUntil, StocktakeQueries.View::expected)
                .containsExactly(45_000L, LocalDate.of(2025, 3, 1), 1);
        close(id);
        assertThat(as(b.admin, () -> db.get(StocktakeQueries.class).due())).as("a sample is no stock-taking of the school").hasSize(1);
        db.checks();
    }

    @Test
    void what_was_not_found_is_a_gap_until_it_is_found() {
        assertThat(gaps()).isEmpty();
        Long first = open(new Stocktakes.Open(b.school, "Inventur", null, budget, null, null, null));
        as(b.admin, () -> db.get(Stocktakes.class).scan(first, new Stocktakes.Scan("T-1", null, false)));
        assertThat(gaps()).as("it still runs").isEmpty();
        close(first);
        assertThat(gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.number()).isEqualTo(2);
            assertThat(gap.schoolId()).isEqualTo(b.school);
            assertThat(gap.stocktakeId()).as("the one that has missed them").isEqualTo(first);
            assertThat(gap.stocktakeNo()).startsWith("I-");
        });
        Long second = open(new Stocktakes.Open(b.school, "Nachzählung", null, budget, null, null, null));
        for (String serial : List.of("T-1", "T-2", "T-3")) {
            as(b.admin, () -> db.get(Stocktakes.class).scan(second, new Stocktakes.Scan(serial, null, false)));
        }
        close(second);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void what_is_explained_by_where_it_is_or_is_lent_is_not_missed() {
        Long id = open(new Stocktakes.Open(b.school, "Inventur", null, budget, null, null, null));
        as(b.admin, () -> db.get(Stocktakes.class).scan(id, new Stocktakes.Scan("T-1", null, false)));
        as(b.admin, () -> {
            Long second = db.number("select i.id from stocktake_item i join device d on d.id = i.device_id where i.stocktake_id = ? and d.serial = 'T-2'", id);
            db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(List.of(second), "steht beim Hausmeister", true));
            return null;
        });
        db.sql("update device set lent = true where serial = 'T-3'");
        as(b.admin, () -> {
            db.get(Stocktakes.class).close(id, new Stocktakes.Step((int) db.number("select version from stocktake where id = ?", id), null));
            return null;
        });
        assertThat(gaps()).isEmpty();
    }

    @Test
    void a_link_to_devices_of_a_gap_leaves_none_of_them_out() {
        Long application = db.number("select application_id from budget where id = ?", budget);
        db.sql("update device set state = 'IN_REPAIR', room_id = null where serial = 'T-2'");
        ProofContent content = as(b.officer, () -> db.get(ProofQueries.class).today(application));
        ProofContent.Gap gap = content.gaps().stream().filter(g -> g.kind() == ProofGap.NO_PLACE).findFirst().orElseThrow();
        assertThat(content.states(gap)).contains("IN_REPAIR");
        assertThat(content.devices().stream().filter(d -> d.inventoryNo().equals(gap.example()))).allMatch(d -> content.states(gap).contains(d.state().substring(12)));
    }

    private List<ProofContent.Gap> gaps() {
        Long application = db.number("select application_id from budget where id = ?", budget);
        return as(b.officer, () -> db.get(ProofQueries.class).today(application)).gaps().stream().filter(g -> g.kind() == ProofGap.NOT_COUNTED).toList();
    }

    private List<String> expected(Stocktakes.Open cmd) {
        return db.sql("select d.serial from stocktake_item i join device d on d.id = i.device_id where i.stocktake_id = ? order by d.serial", open(cmd)).stream()
                .map(row -> (String) row.get("serial")).toList();
    }

    private Long open(Stocktakes.Open cmd) {
        return as(b.admin, () -> db.get(Stocktakes.class).open(cmd));
    }

    private void close(Long id) {
        as(b.admin, () -> {
            List<Long> missing = db.sql("select id from stocktake_item where stocktake_id = ? and found_at is null", id).stream().map(r -> ((Number) r.get("id")).longValue()).toList();
            if (!missing.isEmpty()) {
                db.get(Stocktakes.class).explain(id, new Stocktakes.Explain(missing, "wird gesucht"));
            }
            db.get(Stocktakes.class).close(id, new Stocktakes.Step((int) db.number("select version from stocktake where id = ?", id), null));
            return null;
        });
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
