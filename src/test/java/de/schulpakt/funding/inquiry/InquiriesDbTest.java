package de.schulpakt.funding.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.deadline.DeadlineQueries;
import de.schulpakt.funding.deadline.FundingDeadline;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions of the granting body: due, answered, opened again. */
@DbTest
class InquiriesDbTest {
    private Long authority;
    private Long application;
    private LocalDate today;

    @BeforeEach
    void anApplication(Db db) {
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        SchoolGiven.school(db, authority, "Görres-Gymnasium");
        application = FundingGiven.application(db, FundingGiven.programme(db, "DigitalPakt 2.0"), authority);
        today = db.get(Clock.class).today();
    }

    @Test
    void what_the_granting_body_asks_is_due_until_somebody_answers(Db db) {
        Long inquiry = asked(db, InquirySide.GRANTING_BODY, today.minusDays(3), today.plusDays(10));
        assertThat(due(db)).singleElement().satisfies(d -> {
            assertThat(d.by()).isEqualTo(today.plusDays(10));
            assertThat(d.link()).isEqualTo("Inquiry");
            assertThat(d.linkId()).isEqualTo(inquiry);
        });
        assertThat(open(db)).singleElement().satisfies(q -> assertThat(q.id()).isEqualTo(inquiry));
        postpone(db, inquiry, today.plusDays(30));
        assertThat(due(db)).singleElement().satisfies(d -> assertThat(d.by()).isEqualTo(today.plusDays(30)));
        answer(db, inquiry, today);
        assertThat(due(db)).isEmpty();
        assertThat(open(db)).isEmpty();
        assertThat(view(db, inquiry)).satisfies(v -> {
            assertThat(v.state()).isEqualTo(InquiryState.ANSWERED);
            assertThat(v.answeredOn()).isEqualTo(today);
            assertThat(v.answeredBy()).isNotBlank();
            assertThat(v.actions()).containsExactly(InquiryAction.REOPEN);
        });
    }

    @Test
    void a_wrong_answer_is_put_right_with_a_reason_and_both_stand_in_the_history(Db db) {
        Long inquiry = asked(db, InquirySide.AUTHORITY, today, null);
        answer(db, inquiry, today);
        FundingGiven.officer(db, () -> {
            db.get(Inquiries.class).reopen(inquiry, new Inquiries.Reopen(version(db, inquiry), "Falsches Schreiben"));
            return null;
        });
        assertThat(view(db, inquiry)).extracting(InquiryQueries.View::state, InquiryQueries.View::answer, InquiryQueries.View::answeredBy)
                .containsExactly(InquiryState.OPEN, null, null);
        answer(db, inquiry, today);
        assertThat(view(db, inquiry).timeline()).hasSize(4);
        FundingGiven.officer(db, () -> {
            assertThat(db.get(PaperQueries.class).of("Inquiry", inquiry).rows()).as("a letter can be attached").isEmpty();
            return null;
        });
    }

    @Test
    void days_that_cannot_be_are_refused(Db db) {
        refused("inquiry.in_future", () -> asked(db, InquirySide.AUTHORITY, today.plusDays(1), null));
        refused("inquiry.due_before_asked", () -> asked(db, InquirySide.AUTHORITY, today, today.minusDays(1)));
        Long inquiry = asked(db, InquirySide.AUTHORITY, today.minusDays(2), today);
        refused("inquiry.same_day", () -> postpone(db, inquiry, today));
        refused("inquiry.due_before_asked", () -> postpone(db, inquiry, today.minusDays(3)));
        refused("inquiry.answered_before_asked", () -> answer(db, inquiry, today.minusDays(3)));
        refused("inquiry.in_future", () -> answer(db, inquiry, today.plusDays(1)));
        postpone(db, inquiry, null);
        refused("inquiry.same_day", () -> postpone(db, inquiry, null));
        assertThat(due(db)).isEmpty();
    }

    @Test
    void a_second_answer_and_a_dropped_question_are_no_steps(Db db) {
        Long inquiry = asked(db, InquirySide.GRANTING_BODY, today, null);
        Integer seen = version(db, inquiry);
        answer(db, inquiry, today);
        assertThatThrownBy(() -> FundingGiven.officer(db, () -> {
            db.get(Inquiries.class).answer(inquiry, new Inquiries.Answer(seen, today, "noch einmal"));
            return null;
        })).isInstanceOf(Conflict.class);
        refused("state.not_allowed", () -> answer(db, inquiry, today));
        Long second = asked(db, InquirySide.GRANTING_BODY, today, null);
        FundingGiven.officer(db, () -> {
            db.get(Inquiries.class).drop(second, new Inquiries.Drop(version(db, second), "Doppelt erfasst"));
            return null;
        });
        refused("state.not_allowed", () -> answer(db, second, today));
        assertThat(open(db)).isEmpty();
    }

    @Test
    void whoever_does_not_see_the_application_sees_no_question(Db db) {
        Long inquiry = asked(db, InquirySide.GRANTING_BODY, today, today.plusDays(1));
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(InquiryQueries.class).view(inquiry))).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, stranger, () -> db.get(InquiryQueries.class).open(application))).isEmpty();
    }

    private Long asked(Db db, InquirySide side, LocalDate on, LocalDate due) {
        return FundingGiven.officer(db, () -> db.get(Inquiries.class).ask(new Inquiries.Ask(application, side, "Kostenaufstellung", "Bitte reichen Sie Angebote nach.", on, due)));
    }

    private static void answer(Db db, Long inquiry, LocalDate on) {
        FundingGiven.officer(db, () -> {
            db.get(Inquiries.class).answer(inquiry, new Inquiries.Answer(version(db, inquiry), on, "Angebote liegen bei."));
            return null;
        });
    }

    private static void postpone(Db db, Long inquiry, LocalDate due) {
        FundingGiven.officer(db, () -> {
            db.get(Inquiries.class).postpone(inquiry, new Inquiries.Postpone(version(db, inquiry), due, "Telefonisch verlängert"));
            return null;
        });
    }

    private static InquiryQueries.View view(Db db, Long inquiry) {
        return FundingGiven.officer(db, () -> db.get(InquiryQueries.class).view(inquiry));
    }

    private List<InquiryQueries.Open> open(Db db) {
        return FundingGiven.officer(db, () -> db.get(InquiryQueries.class).open(application));
    }

    private List<DeadlineQueries.Row> due(Db db) {
        return FundingGiven.officer(db, () -> db.get(DeadlineQueries.class).all(false)).stream().filter(d -> d.kind() == FundingDeadline.INQUIRY_ANSWER).toList();
    }

    private static Integer version(Db db, Long inquiry) {
        return (int) db.number("SELECT version FROM inquiry WHERE id = ?", inquiry);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
