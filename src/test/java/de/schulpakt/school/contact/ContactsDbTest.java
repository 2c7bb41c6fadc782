package de.schulpakt.school.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom to ask at a school: recorded, changed, ended, continued, removed, and deleted by rule. */
@DbTest
class ContactsDbTest {
    private static final Contacts.Details HEAD = new Contacts.Details(ContactTask.HEAD, "Erika Muster", " 0261 1 ", null);
    private Long school;
    private String admin;
    private LocalDate today;

    @BeforeEach
    void aSchool(Db db) {
        school = SchoolGiven.school(db, SchoolGiven.authority(db, "Koblenz"), "Görres-Gymnasium");
        admin = SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        today = db.get(Clock.class).today();
    }

    @Test
    void a_contact_lives_ends_goes_on_and_goes_and_the_history_names_nobody(Db db) {
        Long id = record(db, HEAD);
        assertThat(view(db, id)).extracting(ContactQueries.View::name, ContactQueries.View::phone, ContactQueries.View::mayEdit).containsExactly("Erika Muster", "0261 1", true);
        Contacts.Change change = new Contacts.Change(view(db, id).version(), new Contacts.Details(ContactTask.IT, "Erika Beispiel", null, "e@example.org"));
        run(db, () -> contacts(db).change(id, change));
        assertThatThrownBy(() -> run(db, () -> contacts(db).change(id, change))).isInstanceOf(Conflict.class);
        refused("school_contact.goes_on", () -> run(db, () -> contacts(db).resume(id, new Contacts.Resume(view(db, id).version()))));
        refused("school_contact.end_span", () -> end(db, id, today.plusYears(1).plusDays(1)));
        refused("school_contact.end_span", () -> end(db, id, today.minusYears(1).minusDays(1)));
        end(db, id, today.plusMonths(2));
        Contacts.Details reachable = new Contacts.Details(ContactTask.IT, "Erika Beispiel", "0261 2", null);
        run(db, () -> contacts(db).change(id, new Contacts.Change(view(db, id).version(), reachable)));
        assertThat(view(db, id).phone()).as("asked until the last day").isEqualTo("0261 2");
        end(db, id, today);
        assertThat(view(db, id).endedOn()).as("earlier than planned").isEqualTo(today);
        end(db, id, today.minusDays(1));
        refused("school_contact.ended", () -> end(db, id, today));
        refused("school_contact.ended", () -> run(db, () -> contacts(db).change(id, new Contacts.Change(view(db, id).version(), HEAD))));
        run(db, () -> contacts(db).resume(id, new Contacts.Resume(view(db, id).version())));
        assertThat(view(db, id).endedOn()).isNull();
        run(db, () -> contacts(db).remove(id, new Contacts.Remove(view(db, id).version(), "doppelt erfasst")));
        assertThatThrownBy(() -> view(db, id)).isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, admin, () -> db.get(SchoolQueries.class).school(school)).timeline()).extracting(h -> h.action()).contains("ContactAction.RECORD",
                "ContactAction.CHANGE", "ContactAction.END", "ContactAction.RESUME", "ContactAction.REMOVE");
        assertThat(db.number("select count(*) from history where subject_type = 'School' and (note like '%Erika%' or note like '%Beispiel%')")).isZero();
    }

    @Test
    void who_cannot_be_reached_is_no_contact(Db db) {
        refused("school_contact_reachable", () -> record(db, new Contacts.Details(ContactTask.HEAD, "X", " ", null)));
        assertThatThrownBy(() -> record(db, new Contacts.Details(ContactTask.HEAD, "X", null, "keine"))).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void what_has_ended_is_deleted_a_year_after_the_end_of_that_school_year(Db db) {
        LocalDate july = LocalDate.of(today.getYear(), 7, 31);
        LocalDate over = today.isAfter(july) ? july.minusYears(1) : july.minusYears(2);
        Long gone = record(db, HEAD);
        Long stays = record(db, HEAD);
        Long lives = record(db, HEAD);
        db.sql("update school_contact set ended_on = ? where id = ?", over, gone);
        db.sql("update school_contact set ended_on = ? where id = ?", over.plusDays(1), stays);
        db.get(ContactErasure.class);
        assertThat(db.get(Contacts.class).forget()).isEqualTo(1);
        assertThat(db.get(Contacts.class).forget()).isZero();
        assertThatThrownBy(() -> view(db, gone)).isInstanceOf(NotFound.class);
        assertThat(view(db, stays).endedOn()).isEqualTo(over.plusDays(1));
        assertThat(view(db, lives).endedOn()).isNull();
    }

    @Test
    void only_who_describes_the_school_writes_and_others_do_not_see_it(Db db) {
        Long id = record(db, HEAD);
        String auditor = SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        String stranger = SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        assertThat(SchoolGiven.as(db, auditor, () -> db.get(ContactQueries.class).view(id)).mayEdit()).isFalse();
        assertThatThrownBy(() -> SchoolGiven.as(db, auditor, () -> contacts(db).record(school, HEAD))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> db.get(ContactQueries.class).view(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, stranger, () -> contacts(db).record(school, HEAD))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.asAdmin(db, () -> contacts(db).record(999_999, HEAD))).isInstanceOf(NotFound.class);
    }

    private Long record(Db db, Contacts.Details details) {
        return SchoolGiven.as(db, admin, () -> contacts(db).record(school, details));
    }

    private void end(Db db, Long id, LocalDate on) {
        run(db, () -> contacts(db).end(id, new Contacts.End(view(db, id).version(), on)));
    }

    private ContactQueries.View view(Db db, Long id) {
        return SchoolGiven.as(db, admin, () -> db.get(ContactQueries.class).view(id));
    }

    private static Contacts contacts(Db db) {
        return db.get(Contacts.class);
    }

    private void run(Db db, Runnable step) {
        SchoolGiven.as(db, admin, () -> {
            step.run();
            return null;
        });
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
