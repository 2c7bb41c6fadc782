package de.schulpakt.install.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the school thinks of work: with the acceptance or later, changed, taken back, and of nobody. */
@DbTest
class RatingsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long ticket;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        Long room = SchoolGiven.room(db, school, "204");
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
        ticket = InstallGiven.ticket(db, school, room);
        InstallGiven.install(db, ticket, room);
    }

    @Test
    void work_is_rated_with_its_acceptance_in_one_transaction() {
        assertThatThrownBy(() -> run(() -> db.get(Ratings.class).rate(ticket, new Ratings.Rate(5, null)))).hasMessageContaining("rating.not_accepted");
        Integer version = InstallGiven.version(db, ticket);
        assertThatThrownBy(() -> run(() -> db.get(Ratings.class).accept(ticket, new Ratings.Accept(version - 1, null, 5, null)))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> run(() -> db.get(Ratings.class).accept(ticket, new Ratings.Accept(version, null, 6, null)))).hasMessageContaining("stars");
        assertThat(db.number("select count(*) from ticket_rating")).isZero();
        assertThat(as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(ticket)).state()).isEqualTo(TicketState.MEASURED);
        run(() -> db.get(Ratings.class).accept(ticket, new Ratings.Accept(version, "Danke", 4, "sauber")));
        assertThat(view(SCHOOL_ADMIN)).extracting(RatingQueries.View::state, RatingQueries.View::stars, RatingQueries.View::word, RatingQueries.View::rates)
                .containsExactly(TicketState.ACCEPTED, 4, "sauber", true);
        assertThat(view(InstallGiven.TECHNICIAN).rates()).as("who worked does not rate").isFalse();
        assertThat(as(SCHOOL_ADMIN, () -> db.get(TicketQueries.class).view(ticket)).timeline()).extracting("action")
                .startsWith("RatingAction.RATE", "TicketAction.ACCEPT");
        db.checks();
    }

    @Test
    void a_rating_is_optional_changed_and_taken_back_with_a_reason() {
        run(() -> db.get(Ratings.class).accept(ticket, new Ratings.Accept(InstallGiven.version(db, ticket), null, null, "ohne Zahl")));
        assertThat(view(SCHOOL_ADMIN).stars()).isNull();
        assertThatThrownBy(() -> run(() -> db.get(Ratings.class).withdraw(ticket, new Ratings.Withdraw("Versehen")))).hasMessageContaining("rating.none");
        run(() -> db.get(Ratings.class).rate(ticket, new Ratings.Rate(2, "laut")));
        run(() -> db.get(Ratings.class).rate(ticket, new Ratings.Rate(3, " ")));
        assertThat(view(SCHOOL_ADMIN)).extracting(RatingQueries.View::stars, RatingQueries.View::word).containsExactly(3, null);
        assertThat(db.number("select count(*) from ticket_rating")).isEqualTo(1);
        run(() -> db.get(Ratings.class).withdraw(ticket, new Ratings.Withdraw("Versehen")));
        assertThat(view(SCHOOL_ADMIN).stars()).isNull();
        db.checks();
    }

    private RatingQueries.View view(String login) {
        return as(login, () -> db.get(RatingQueries.class).of(ticket));
    }

    private void run(Runnable step) {
        as(SCHOOL_ADMIN, () -> {
            step.run();
            return null;
        });
    }

    private <T> T as(String login, Callable<T> what) {
        return SchoolGiven.as(db, login, what);
    }
}
