package de.schulpakt.notice.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.WaitingQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.NoticeReason;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.PaperSubject;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Texts;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who says, reads and hears what at a ticket. */
@DbTest
class CommentsDbTest {
    private static final String TECHNICIAN = "technik";
    private static final String AUDITOR = "pruefung";
    private Db db;
    private ProcurementGiven given;
    private Long ticket;

    @BeforeEach
    void aTicketOfASchool(Db theDb) {
        db = theDb;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        SchoolGiven.user(db, TECHNICIAN, Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, AUDITOR, Role.AUDITOR, null, null);
        ticket = InstallGiven.plain(db, given.school, "Dose prüfen");
        db.sql("delete from notice");
    }

    @Test
    void what_is_said_for_all_is_read_by_all_who_see_the_subject_and_by_nobody_else() {
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Andere Schule"));
        Long id = say(TECHNICIAN, "Ich komme Dienstag.\nBitte Raum öffnen.", false);
        for (String reader : List.of(given.admin, given.officer, AUDITOR, TECHNICIAN)) {
            assertThat(of(reader).rows()).as(reader).extracting(CommentQueries.Row::text).containsExactly("Ich komme Dienstag.\nBitte Raum öffnen.");
        }
        assertThat(of(AUDITOR).writes()).isFalse();
        assertThat(of(given.admin).writes()).isTrue();
        assertThat(of(given.admin).internal()).isFalse();
        as("fremd", () -> {
            assertThatThrownBy(() -> of("fremd")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> queries().one(id)).isInstanceOf(NotFound.class);
        });
        as(AUDITOR, () -> assertThatThrownBy(() -> write("Nein", false)).isInstanceOf(Forbidden.class));
    }

    @Test
    void what_is_said_within_the_offices_reaches_no_school_on_any_way() {
        say(given.admin, "Wann kommt jemand?", false);
        as(given.admin, () -> db.get(Watching.class).watch("Ticket", ticket));
        Long id = say(TECHNICIAN, "Die Schule verzögert. @" + given.officer, true);
        Long file = attach(TECHNICIAN, id, "interna.txt");
        assertThat(of(given.officer).rows()).extracting(CommentQueries.Row::internal).containsExactly(true, false);
        assertThat(of(given.officer).rows().get(0).files()).containsExactly(new CommentQueries.File(file, "interna.txt"));
        assertThat(of(AUDITOR).rows()).hasSize(2);
        assertThat(of(given.admin).rows()).extracting(CommentQueries.Row::text).containsExactly("Wann kommt jemand?");
        assertThat(kinds(given.admin)).isEmpty();
        assertThat(kinds(given.officer)).containsExactly("message.mentioned MENTION");
        as(given.admin, () -> {
            assertThatThrownBy(() -> queries().one(id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments().edit(id, new Comments.Edit(0, "X"))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments().remove(id, new Comments.Remove(0, "X"))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> write("intern", true)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> queries().people("Ticket", ticket, true, "")).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> db.get(PaperQueries.class).of("Comment", id)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> db.get(PaperQueries.class).content(file)).isInstanceOf(NotFound.class);
            assertThat(db.get(WaitingQueries.class).waiting().getOrDefault("notices", 0L)).isZero();
        });
        String timelines = db.sql("select group_concat(coalesce(note, ''), coalesce(facts, ''), action) as t from history where subject_type = 'Ticket'").toString();
        assertThat(timelines).doesNotContain("interna", "verzögert", "Comment", "Paper");
    }

    @Test
    void who_is_mentioned_takes_part_or_watches_is_told_once_and_who_says_it_is_not() {
        say(given.admin, "Wann?", false);
        as(given.officer, () -> db.get(Watching.class).watch("Ticket", ticket));
        as(given.admin, () -> db.get(Watching.class).watch("Ticket", ticket));
        as(AUDITOR, () -> db.get(Watching.class).watch("Ticket", ticket));
        say(TECHNICIAN, "Morgen, @" + given.officer.toUpperCase(java.util.Locale.ROOT) + ". Mail an x@" + AUDITOR + " ist keine Erwähnung, @" + TECHNICIAN + " bin ich", false);
        assertThat(kinds(given.officer)).containsExactly("message.mentioned MENTION");
        assertThat(kinds(given.admin)).containsExactly("message.commented TALK");
        assertThat(kinds(AUDITOR)).containsExactly("message.commented WATCH");
        assertThat(kinds(TECHNICIAN)).isEmpty();
        as(given.officer, () -> {
            db.get(Watching.class).unwatch("Ticket", ticket);
            db.get(Watching.class).unwatch("Ticket", ticket);
        });
        say(TECHNICIAN, "Doch übermorgen", false);
        assertThat(kinds(given.officer)).hasSize(1);
        assertThat(kinds(given.admin)).hasSize(2);
    }

    @Test
    void nobody_is_mentioned_who_could_not_read_it() {
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Andere Schule"));
        for (String unable : List.of("fremd", "gibtesnicht", SchoolGiven.ADMIN)) {
            as(TECHNICIAN, () -> assertThatThrownBy(() -> write("Hallo @" + unable + "!", false)).isInstanceOfSatisfying(Refused.class, e -> {
                assertThat(e.code()).isEqualTo("comment.mention");
                assertThat(e.args()).containsExactly(unable);
            }));
        }
        as(TECHNICIAN, () -> assertThatThrownBy(() -> write("Hallo @" + given.admin, true)).as("within the offices")
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("comment.mention")));
        String many = IntStream.range(0, 21).mapToObj(i -> "@jemand" + i).collect(Collectors.joining(" "));
        as(TECHNICIAN, () -> assertThatThrownBy(() -> write(many, false)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("comment.mentions")));
        assertThat(db.number("select count(*) from talk_comment")).isZero();
        as(TECHNICIAN, () -> {
            assertThat(queries().people("Ticket", ticket, false, given.admin.substring(0, 6))).extracting(CommentQueries.Person::login).contains(given.admin);
            assertThat(queries().people("Ticket", ticket, true, "")).extracting(CommentQueries.Person::login).contains(given.officer, AUDITOR)
                    .doesNotContain(given.admin, "fremd", SchoolGiven.ADMIN);
            assertThat(queries().people("Ticket", ticket, false, "%")).isEmpty();
        });
    }

    @Test
    void a_comment_is_edited_by_its_author_for_ten_minutes_and_both_are_kept() {
        Long id = say(given.admin, "Dienstag", false);
        as(given.officer, () -> assertThatThrownBy(() -> comments().edit(id, new Comments.Edit(1, "X"))).isInstanceOf(Forbidden.class));
        as(given.admin, () -> {
            assertThat(queries().one(id).comment().edits()).isTrue();
            int seen = queries().one(id).comment().version();
            comments().edit(id, new Comments.Edit(seen, "Mittwoch, @" + TECHNICIAN));
            assertThatThrownBy(() -> comments().edit(id, new Comments.Edit(seen, "X"))).isInstanceOf(Conflict.class);
        });
        assertThat(kinds(TECHNICIAN)).containsExactly("message.mentioned MENTION");
        CommentQueries.One one = SchoolGiven.as(db, TECHNICIAN, () -> queries().one(id));
        assertThat(one.comment().text()).startsWith("Mittwoch");
        assertThat(one.comment().editedAt()).isNotNull();
        assertThat(one.former()).extracting(CommentQueries.Former::text).containsExactly("Dienstag");
        assertThat(one.timeline()).hasSize(1);
        db.sql("update talk_comment set written_at = written_at - interval 10 minute");
        as(given.admin, () -> {
            CommentQueries.Row row = queries().one(id).comment();
            assertThat(row.edits()).isFalse();
            assertThatThrownBy(() -> comments().edit(id, new Comments.Edit(row.version(), "X")))
                    .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("comment.late"));
            assertThatThrownBy(() -> attach(given.admin, id, "spaet.txt")).isInstanceOf(Forbidden.class);
        });
    }

    @Test
    void what_is_taken_back_leaves_its_line_and_nothing_of_its_words_and_files() {
        Long id = say(given.admin, "Schüler Max M. hat es zerbrochen", false);
        as(given.admin, () -> comments().edit(id, new Comments.Edit(queries().one(id).comment().version(), "Max hat es zerbrochen")));
        Long file = attach(given.admin, id, "max.txt");
        as(TECHNICIAN, () -> assertThatThrownBy(() -> comments().remove(id, new Comments.Remove(1, "X"))).isInstanceOf(Forbidden.class));
        assertThat(of(given.officer).rows().get(0).removes()).isTrue();
        assertThat(of(TECHNICIAN).rows().get(0).removes()).isFalse();
        as(given.officer, () -> comments().remove(id, new Comments.Remove(queries().one(id).comment().version(), "Name eines Schülers")));
        CommentQueries.Row row = of(given.admin).rows().get(0);
        assertThat(row.text()).isEmpty();
        assertThat(row.removedWhy()).isEqualTo("Name eines Schülers");
        assertThat(row.removedBy()).isEqualTo(given.officer);
        assertThat(row.files()).isEmpty();
        assertThat(row.edits() || row.removes()).isFalse();
        as(given.admin, () -> {
            assertThat(queries().one(id).former()).isEmpty();
            assertThatThrownBy(() -> db.get(PaperQueries.class).content(file)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> comments().remove(id, new Comments.Remove(row.version(), "X")))
                    .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("comment.removed"));
        });
        assertThat(db.number("select count(*) from paper_piece")).isZero();
        assertThat(db.number("select count(*) from talk_former")).isZero();
    }

    @Test
    void who_has_chosen_so_watches_by_speaking_and_what_one_lost_the_right_to_is_told_no_more() {
        as(given.admin, () -> {
            assertThat(db.get(WatchQueries.class).habit()).isEqualTo(new WatchQueries.Habit(false, false));
            write("Eins", false);
            assertThat(of(given.admin).watches()).isFalse();
            db.get(Watching.class).choose(new Watching.Choose(true, false));
            write("Zwei", false);
            assertThat(of(given.admin).watches()).isTrue();
            assertThat(db.get(WatchQueries.class).own()).extracting(WatchQueries.Row::subjectType).containsExactly("Ticket");
        });
        as(AUDITOR, () -> db.get(Watching.class).watch("Ticket", ticket));
        db.sql("delete from role_assignment where user_id in (select id from app_user where login in (?, ?))", AUDITOR, given.admin);
        say(TECHNICIAN, "Drei", false);
        assertThat(kinds(given.admin)).isEmpty();
        assertThat(kinds(AUDITOR)).isEmpty();
        as(AUDITOR, () -> db.get(Watching.class).unwatch("Ticket", ticket));
        assertThat(db.number("select count(*) from talk_watch where not ended")).isEqualTo(1);
    }

    @Test
    void who_acts_for_somebody_is_mentioned_and_told_on_these_days_only() {
        SchoolGiven.user(db, "vertretung", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Anderer Träger"), null);
        db.sql("insert into deputy (user_id, deputy_id, from_on, to_on, waits, named_at) select f.id, d.id, current_date - interval 1 day, current_date + interval 1 day,"
                + " false, now(6) from app_user f, app_user d where f.login = ? and d.login = 'vertretung'", TECHNICIAN);
        say(TECHNICIAN, "Bitte übernehmen, @vertretung", true);
        assertThat(kinds("vertretung")).containsExactly("message.mentioned MENTION");
        db.sql("update deputy set to_on = current_date - interval 1 day");
        as(TECHNICIAN, () -> assertThatThrownBy(() -> write("Noch da, @vertretung?", true)).isInstanceOfSatisfying(Refused.class,
                e -> assertThat(e.code()).isEqualTo("comment.mention")));
    }

    @Test
    void every_kind_of_subject_has_its_word_in_both_languages() {
        for (PaperSubject kind : db.all(new jakarta.enterprise.util.TypeLiteral<PaperSubject>() { })) {
            for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                assertThat(kind.jpql() == null || Texts.has(locale, "watch.kind." + kind.type())).as(kind.type()).isTrue();
            }
        }
    }

    @Test
    void the_card_costs_one_statement_beside_that_of_the_papers_however_much_is_said() {
        say(given.admin, "Eins", false);
        assertThat(cost()).isEqualTo(1);
        for (int i = 0; i < 30; i++) {
            say(given.admin, "Noch etwas " + i, i % 2 == 0 ? null : false);
        }
        assertThat(cost()).isEqualTo(1);
        CommentQueries.View view = of(given.admin);
        assertThat(view.rows()).hasSize(20);
        assertThat(view.rows()).extracting(CommentQueries.Row::id).isSortedAccordingTo(Collections.reverseOrder()).endsWith(view.older());
        as(given.admin, () -> {
            CommentQueries.View older = queries().before("Ticket", ticket, view.older());
            assertThat(older.rows()).hasSize(11);
            assertThat(older.older()).isNull();
        });
    }

    private long cost() {
        return SchoolGiven.as(db, given.admin, () -> {
            db.get(PaperQueries.class).of("Ticket", ticket);
            return (long) db.statements(() -> queries().of("Ticket", ticket));
        });
    }

    private Long say(String login, String text, Boolean internal) {
        return SchoolGiven.as(db, login, () -> write(text, internal));
    }

    private Long write(String text, Boolean internal) {
        return comments().write(new Comments.Write("Ticket", ticket, text, internal));
    }

    private CommentQueries.View of(String login) {
        return SchoolGiven.as(db, login, () -> queries().of("Ticket", ticket));
    }

    private Long attach(String login, Long comment, String name) {
        try (Received file = db.get(Intake.class).take(new ByteArrayInputStream(("Datei " + name).getBytes(StandardCharsets.UTF_8)), name)) {
            return SchoolGiven.as(db, login, () -> db.get(Papers.class).attach("Comment", comment, new Papers.Attach("OTHER", null, null), file));
        }
    }

    private List<String> kinds(String login) {
        return SchoolGiven.as(db, login, () -> db.get(NoticeQueries.class).newest(50)).stream().map(n -> n.kind() + " " + NoticeReason.valueOf(n.reason())).toList();
    }

    private Comments comments() {
        return db.get(Comments.class);
    }

    private CommentQueries queries() {
        return db.get(CommentQueries.class);
    }

    private void as(String login, Runnable work) {
        SchoolGiven.as(db, login, () -> {
            work.run();
            return null;
        });
    }
}
