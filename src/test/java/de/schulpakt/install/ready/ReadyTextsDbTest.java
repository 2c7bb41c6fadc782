package de.schulpakt.install.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.phone.PhoneQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts that are ready: of one authority, for all kinds or one, filled with what the ticket says, ended and offered again. */
@DbTest
class ReadyTextsDbTest {
    private Db db;
    private Long authority;
    private Long school;
    private Long ticket;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        ticket = InstallGiven.open(db, school, "FAULT");
    }

    @Test
    void a_text_is_filled_with_what_the_ticket_says_in_the_language_of_the_reader() {
        write(authority, ReadyPlace.OUTCOME, null, "Getauscht", "{nr} an {schule}, {raum}: getauscht am {datum}.", "{no} at {school}, {room}: exchanged on {date}.");
        write(authority, ReadyPlace.WAIT, "CABLING", "Elektriker", "Elektriker", "Electrician");
        Long away = SchoolGiven.authority(db, "Anderswo");
        write(away, ReadyPlace.OUTCOME, null, "Fremd", "Fremd", "Foreign");
        String no = db.sql("select no from ticket where id = ?", ticket).get(0).get("no").toString();
        String day = Texts.date(Locale.GERMAN, db.get(Clock.class).today());
        assertThat(offered(Locale.GERMAN)).extracting(ReadyQueries.Offer::text).containsExactly(no + " an Görres-Gymnasium, Raum noch nicht bekannt: getauscht am " + day + ".");
        assertThat(offered(Locale.ENGLISH).get(0).text()).startsWith(no + " at Görres-Gymnasium, ").doesNotContain("{");
        Long cabling = InstallGiven.open(db, school, "CABLING");
        assertThat(work(() -> db.get(ReadyQueries.class).offered(cabling, Locale.GERMAN))).extracting(ReadyQueries.Offer::name)
                .containsExactly("Getauscht", "Elektriker");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> SchoolGiven.as(db, "schule", () -> db.get(ReadyQueries.class).offered(ticket, Locale.GERMAN))).isInstanceOf(NotFound.class);
        assertThat(work(() -> db.get(PhoneQueries.class).taken()).texts()).extracting(ReadyQueries.Raw::name).contains("Getauscht").doesNotContain("Fremd");
    }

    @Test
    void what_is_written_wrongly_is_refused_when_it_is_written() {
        assertThatThrownBy(() -> write(authority, ReadyPlace.COMMENT, null, "A", "Für {lehrer}", "For you")).hasMessageContaining("ready.placeholder");
        assertThatThrownBy(() -> write(authority, ReadyPlace.WAIT, null, "A", "x".repeat(301), "x")).hasMessageContaining("ready.long");
        assertThatThrownBy(() -> write(authority, ReadyPlace.COMMENT, "NOPE", "A", "x", "x")).hasMessageContaining("ready.kind");
        write(authority, ReadyPlace.COMMENT, null, "A", "x", "x");
        assertThatThrownBy(() -> write(authority, ReadyPlace.COMMENT, null, "A", "y", "y")).hasStackTraceContaining("ready_text_name_once");
        assertThat(db.number("select count(*) from ready_text")).isEqualTo(1);
    }

    @Test
    void a_text_is_changed_ended_and_offered_again_with_a_reason() {
        Long id = write(authority, ReadyPlace.OUTCOME, null, "Getauscht", "Getauscht.", "Exchanged.");
        run(() -> db.get(ReadyTexts.class).change(id, new ReadyTexts.Change(version(id), facts(ReadyPlace.OUTCOME, null, "Getauscht", "Ersetzt.", "Replaced."))));
        assertThat(offered(Locale.GERMAN)).extracting(ReadyQueries.Offer::text).containsExactly("Ersetzt.");
        assertThatThrownBy(() -> run(() -> db.get(ReadyTexts.class).end(id, new ReadyTexts.Over(0, "Veraltet")))).isInstanceOf(Conflict.class);
        run(() -> db.get(ReadyTexts.class).end(id, new ReadyTexts.Over(version(id), "Veraltet")));
        assertThat(offered(Locale.GERMAN)).isEmpty();
        assertThatThrownBy(() -> run(() -> db.get(ReadyTexts.class).end(id, new ReadyTexts.Over(version(id), "Noch einmal")))).hasMessageContaining("ready.ended");
        run(() -> db.get(ReadyTexts.class).resume(id, new ReadyTexts.Over(version(id), "Doch")));
        assertThat(offered(Locale.GERMAN)).hasSize(1);
        assertThatThrownBy(() -> run(() -> db.get(ReadyTexts.class).resume(id, new ReadyTexts.Over(version(id), "Doch")))).hasMessageContaining("ready.offered");
        ReadyQueries.View view = work(() -> db.get(ReadyQueries.class).view(id));
        assertThat(view.writes()).isTrue();
        assertThat(view.timeline()).extracting("action").containsExactly("ReadyAction.RESUME", "ReadyAction.END", "ReadyAction.CHANGE", "ReadyAction.WRITE");
        SchoolGiven.user(db, "foerderung", Role.FUNDING_OFFICER, authority, null);
        assertThat(SchoolGiven.as(db, "foerderung", () -> db.get(ReadyQueries.class).view(id)).writes()).isFalse();
        db.checks();
    }

    private Long write(Long of, ReadyPlace place, String kind, String name, String de, String en) {
        return work(() -> db.get(ReadyTexts.class).write(new ReadyTexts.Write(of, facts(place, kind, name, de, en))));
    }

    private static ReadyTexts.Facts facts(ReadyPlace place, String kind, String name, String de, String en) {
        return new ReadyTexts.Facts(place, kind, name, de, en);
    }

    private Integer version(Long id) {
        return (int) db.number("select version from ready_text where id = ?", id);
    }

    private List<ReadyQueries.Offer> offered(Locale locale) {
        return work(() -> db.get(ReadyQueries.class).offered(ticket, locale));
    }

    private void run(Runnable step) {
        work(() -> {
            step.run();
            return null;
        });
    }

    private <T> T work(Callable<T> what) {
        return SchoolGiven.as(db, InstallGiven.TECHNICIAN, what);
    }
}
