package de.schulpakt.overview.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a decision with less, or a later one, would break. */
@DbTest
class WhatIfDbTest {
    @Test
    void rooms_whose_lines_were_reserved_last_give_way_before_what_is_ordered(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 1_000_00);
        Long application = db.number("SELECT application_id FROM budget WHERE id = ?", budget);
        Long item = given.accessPoint(400_00);
        Long ordered = given.approved(item, 1);
        given.order(ordered);
        Long reserved = given.approved(item, 1);
        WhatIfQueries.View all = see(db, given.officer, application, 100, 0);
        assertThat(all.positions()).isEmpty();
        assertThat(all.lines()).isEmpty();
        assertThat(all.missingCents()).isZero();
        WhatIfQueries.View less = see(db, given.officer, application, 60, 0);
        assertThat(less.givenCents()).isEqualTo(600_00);
        assertThat(less.positions()).singleElement().satisfies(p -> {
            assertThat(p.boundCents()).isEqualTo(800_00);
            assertThat(p.missingCents()).isEqualTo(200_00);
        });
        assertThat(less.lines()).singleElement().satisfies(l -> {
            assertThat(l.requestId()).as("what is only reserved gives way first").isEqualTo(reserved);
            assertThat(l.ordered()).isTrue();
        });
        assertThat(see(db, given.officer, application, 10, 0).lines()).extracting(WhatIfQueries.Line::requestId).containsExactly(reserved, ordered);
        Long wanted = given.submitted(item, 1);
        WhatIfQueries.View asked = see(db, given.officer, application, 90, 0);
        assertThat(asked.positions()).as("200 are free, 100 of them would go").singleElement()
                .extracting(WhatIfQueries.Position::wantedCents, WhatIfQueries.Position::missingCents).containsExactly(200_00L, 100_00L);
        assertThat(asked.lines()).singleElement().satisfies(l -> {
            assertThat(l.requestId()).isEqualTo(wanted);
            assertThat(l.ordered()).isFalse();
        });
    }

    @Test
    void sums_are_of_all_lines_and_lines_of_the_same_words_are_lines_of_their_own(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 5_000_00);
        Long application = db.number("SELECT application_id FROM budget WHERE id = ?", budget);
        Long request = given.submitted(given.accessPoint(30_00), 1);
        repeat(db, request, 2, 3);
        WhatIfQueries.View few = see(db, given.officer, application, 1, 0);
        assertThat(few.positions()).singleElement().extracting(WhatIfQueries.Position::wantedCents, WhatIfQueries.Position::missingCents).containsExactly(90_00L, 40_00L);
        assertThat(few.lines()).as("of one article in one room").hasSize(2);
        assertThat(few.cut()).isFalse();
        repeat(db, request, 4, 600);
        db.sql("UPDATE request_item SET price_cents = 500 WHERE request_id = ?", request);
        WhatIfQueries.View all = see(db, given.officer, application, 1, 0);
        assertThat(all.positions()).singleElement().extracting(WhatIfQueries.Position::wantedCents, WhatIfQueries.Position::missingCents).containsExactly(3_000_00L, 2_950_00L);
        assertThat(all.lines()).hasSize(500);
        assertThat(all.cut()).isTrue();
    }

    private static void repeat(Db db, Long request, int from, int to) {
        db.sql("INSERT INTO request_item (request_id, line_no, item_id, room_id, quantity, price_cents, category) SELECT i.request_id, n.seq, i.item_id, i.room_id, i.quantity,"
                + " i.price_cents, i.category FROM request_item i JOIN seq_1_to_600 n ON n.seq BETWEEN ? AND ? WHERE i.request_id = ? AND i.line_no = 1", from, to, request);
    }

    @Test
    void what_is_ordered_would_come_behind_the_end_and_orders_would_be_too_late(Db db) {
        ProcurementGiven given = ProcurementGiven.school(db, "Görres-Gymnasium");
        Long budget = given.budget(Category.WLAN, 1_000_00);
        Long application = db.number("SELECT application_id FROM budget WHERE id = ?", budget);
        Long order = given.order(given.approved(given.accessPoint(400_00), 1));
        LocalDate today = ProcurementGiven.today();
        db.sql("UPDATE application SET period_to = ? WHERE id = ?", today.plusMonths(2), application);
        db.sql("UPDATE order_line SET expected_on = ? WHERE order_id = ?", today.plusMonths(1), order);
        assertThat(see(db, given.officer, application, 100, 1)).satisfies(v -> {
            assertThat(v.late()).isEmpty();
            assertThat(v.tooLate()).isFalse();
        });
        assertThat(see(db, given.officer, application, 100, 3)).satisfies(v -> {
            assertThat(v.late()).singleElement().extracting(WhatIfQueries.Late::orderId, WhatIfQueries.Late::wouldComeOn).containsExactly(order, today.plusMonths(1).plusMonths(3));
            assertThat(v.tooLate()).isTrue();
            assertThat(v.endsOn()).isEqualTo(today.plusMonths(2));
        });
    }

    @Test
    void before_the_decision_it_speaks_of_what_is_applied_for_and_bounds_hold(Db db) {
        Long authority = SchoolGiven.authority(db, "Koblenz");
        Long programme = FundingGiven.programme(db, "DigitalPakt 2.0");
        Long application = FundingGiven.application(db, programme, authority);
        FundingGiven.position(db, application, FundingGiven.annex(db, application, SchoolGiven.school(db, authority, "Görres-Gymnasium")), Category.WLAN, 1_000_01);
        WhatIfQueries.View usual = see(db, FundingGiven.OFFICER, application, null, null);
        assertThat(usual).extracting(WhatIfQueries.View::percent, WhatIfQueries.View::months, WhatIfQueries.View::fullCents, WhatIfQueries.View::givenCents, WhatIfQueries.View::endsOn)
                .containsExactly(80, 3, 1_000_01L, 800_00L, FundingGiven.END);
        assertThat(see(db, FundingGiven.OFFICER, application, 0, 999)).extracting(WhatIfQueries.View::percent, WhatIfQueries.View::months).containsExactly(1, 36);
        assertThat(see(db, FundingGiven.OFFICER, application, 400, -3)).extracting(WhatIfQueries.View::percent, WhatIfQueries.View::months).containsExactly(100, 0);
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThatThrownBy(() -> see(db, stranger, application, 80, 3)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> see(db, FundingGiven.OFFICER, 999_999L, 80, 3)).isInstanceOf(NotFound.class);
    }

    private static WhatIfQueries.View see(Db db, String who, Long application, Integer percent, Integer months) {
        return SchoolGiven.as(db, who, () -> db.get(WhatIfQueries.class).whatIf(application, percent, months));
    }
}
