package de.schulpakt.demo;

import static de.schulpakt.kit.IdentityGiven.as;
import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.procurement.request.RequestState;
import org.junit.jupiter.api.Test;

@DbTest
class DemoDbTest {
    @Test
    void the_story_leaves_work_for_every_role_and_a_true_ledger(Db db) {
        assertThat(db.get(DemoStory.class).tell()).isTrue();

        db.checks();
        assertThat(db.number("select count(*) from school where is_school = true")).isEqualTo(42);
        assertThat(db.number("select count(*) from ticket t join school s on s.id = t.school_id where s.place = 'OFFICE'")).as("the town hall has a ticket").isEqualTo(1);
        assertThat(db.number("select count(*) from request where state = ?", RequestState.SUBMITTED.name())).isGreaterThanOrEqualTo(3);
        assertThat(db.number("select count(*) from request where state = ?", RequestState.QUERIED.name())).isPositive();
        assertThat(db.number("select count(*) from request where state = ?", RequestState.DRAFT.name())).isPositive();
        assertThat(db.number("select count(*) from ticket where state = ?", TicketState.MEASURED.name())).isPositive();
        assertThat(db.number("select count(*) from ticket where state = ?", TicketState.WAITING.name())).isPositive();
        assertThat(db.number("select count(*) from ticket where state = ?", TicketState.OPEN.name())).isPositive();
        assertThat(db.number("select count(*) from device where state = 'IN_SERVICE'")).isPositive();
        assertThat(db.number("select count(*) from purchase_order where state = 'PLACED' and expected_on >= current_date")).isPositive();
        assertThat(db.number("select count(*) from budget where 10 * (reserved_cents + committed_cents + spent_cents) >= 9 * allotted_cents"))
                .as("positions nearly used up").isPositive();
        assertThat(db.number("select count(*) from annex where concept_received_on is null and concept_due_on is not null")).isPositive();
        assertThat(db.number("select count(*) from drawdown where state = 'RECEIVED'")).isPositive();
        assertThat(db.number("select count(*) from proof where state = 'DRAFT'")).isPositive();
        assertThat(db.number("select count(*) from proof where state = 'SUBMITTED'")).isPositive();
        assertThat(db.number("select count(*) from snapshot")).isEqualTo(2);
        assertThat(db.number("select count(*) from talk_comment where internal")).isPositive();
        assertThat(db.number("select count(*) from talk_comment")).as("comments that two pages show").isGreaterThan(20);
        assertThat(db.number("select count(*) from paper where subject_type = 'Comment'")).isPositive();
        assertThat(db.number("select count(*) from notice where kind = 'message.mentioned'")).isPositive();
        assertThat(db.number("select count(*) from webhook where not active")).isEqualTo(1);
        assertThat(db.number("select count(*) from claim_rule")).isEqualTo(1);
        assertThat(db.number("select count(*) from store_lot l join order_line o on o.id = l.order_line_id")).as("material that came with an order").isPositive();
        assertThat(db.number("select count(*) from loan_set_move where state in ('DONE', 'PLANNED')")).isEqualTo(2);
        assertThat(db.number("select count(*) from reimage_slot where ticket_id is not null")).isPositive();
        assertThat(db.number("select count(*) from request where state = 'AWAITING_SECOND'")).as("waits for a second person").isEqualTo(1);
        assertThat(db.number("select count(*) from budget_correction where state = 'PROPOSED'")).isEqualTo(1);
        assertThat(db.number("select count(*) from drawdown_line where doubts like '%drawdown.no_network%'")).as("warned of by an unverified rule").isPositive();
        as(db, "technik", () -> assertThat(db.get(DayQueries.class).today(db.get(Clock.class).today()).visits()).hasSize(2));
    }

    @Test
    void the_story_is_told_once(Db db) {
        assertThat(db.get(DemoStory.class).tell()).isTrue();
        long postings = db.number("select count(*) from posting");
        assertThat(db.get(DemoStory.class).tell()).isFalse();
        assertThat(db.number("select count(*) from posting")).isEqualTo(postings);
    }
}
