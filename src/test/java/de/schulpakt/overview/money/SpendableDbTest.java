package de.schulpakt.overview.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.ledger.OwnMoney;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@DbTest
class SpendableDbTest {
    @Test
    void what_can_be_spent_is_told_with_its_end_and_with_who_asks_for_it(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long wlan = given.budget(Category.WLAN, 1_000_00);
        Long mobile = given.budget(Category.MOBILE_DEVICE, 500_00);
        Long over = given.budget(Category.LAN, 500_00);
        db.sql("UPDATE application SET period_to = ? WHERE id = (SELECT application_id FROM budget WHERE id = ?)", LocalDate.of(2026, 1, 1), over);
        LocalDate soon = ProcurementGiven.today().plusDays(10);
        db.sql("UPDATE application SET period_to = ? WHERE id = (SELECT application_id FROM budget WHERE id = ?)", soon, mobile);
        Long item = given.accessPoint(400_00);
        given.approved(item, 1);
        Long first = given.submitted(item, 1);
        Long second = given.submitted(item, 1);
        ProcurementGiven.school(db, "Anderswo").budget(Category.WLAN, 9_000_00);
        SchoolGiven.as(db, given.officer, () -> {
            db.get(OwnMoney.class).open(new OwnMoney.Open(given.authority, ProcurementGiven.today().getYear(), "1", "Ausstattung", 70_00L, "Rat"));
            SpendableQueries.View view = db.get(SpendableQueries.class).spendable(null, given.authority);
            assertThat(view.rows()).extracting(SpendableQueries.Row::budgetId).as("what ends first in front, what is over not at all").containsExactly(mobile, wlan);
            assertThat(view.rows().get(0).daysLeft()).isEqualTo(10);
            assertThat(view.rows().get(0).waiting()).isZero();
            assertThat(view.rows().get(1).freeCents()).isEqualTo(600_00);
            assertThat(view.rows().get(1).waiting()).isEqualTo(2);
            assertThat(view.rows().get(1).wantedCents()).isEqualTo(800_00);
            assertThat(view.rows().get(1).tooLittle()).isTrue();
            assertThat(view.totalCents()).isEqualTo(1_100_00);
            assertThat(view.own()).extracting(BudgetQueries.Own::availableCents).containsExactly(70_00L);
            assertThat(db.get(SpendableQueries.class).rivals(wlan)).extracting(SpendableQueries.Rival::id).containsExactly(first, second);
            assertThat(db.get(SpendableQueries.class).rivals(wlan)).extracting(SpendableQueries.Rival::leftCents).containsExactly(200_00L, -200_00L);
            return null;
        });
        SchoolGiven.as(db, given.admin, () -> {
            SpendableQueries.View own = db.get(SpendableQueries.class).spendable(given.school, given.authority);
            assertThat(own.rows()).hasSize(2);
            assertThat(own.own()).as("the authority's money is not the school's").isEmpty();
            return null;
        });
        String stranger = SchoolGiven.user(db, "stranger", de.schulpakt.identity.Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, given.authority, "Nachbar"));
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(SpendableQueries.class).rivals(wlan))).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, stranger, () -> db.get(SpendableQueries.class).spendable(given.school, null)).rows()).isEmpty();
    }
}
