package de.schulpakt.paper.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Labels in the background: in parts of full pages, each once whatever dies in between, and the asker's alone. */
@DbTest
class LabelJobsDbTest {
    private static final int TAGS = 2_500;
    private Db db;
    private String user;
    private Long authority;
    private Long roll;

    @BeforeEach
    void aRoll(Db kit) {
        db = kit;
        authority = SchoolGiven.authority(db, "Stadt Rolle");
        SchoolGiven.school(db, authority, "Schule Rolle");
        user = SchoolGiven.user(db, "label.officer", Role.FUNDING_OFFICER, authority, null);
        roll = roll("E-2026-7777", TAGS);
    }

    private Long roll(String no, int tags) {
        db.sql("set statement check_constraint_checks = 0 for insert into tag_roll (no, authority_id, tags, first_key, last_key, state, made_at, made_by) values (?, ?, ?, 'A', 'B', 'OPEN', now(6), 'F')", no, authority, tags);
        return db.number("select max(id) from tag_roll");
    }

    @Test
    void parts_are_full_pages_and_together_all_of_them_once() {
        Long id = start("format", "L7160", "first", "20");
        assertThat(job(id)).extracting(LabelJobQueries.Job::state, LabelJobQueries.Job::total, LabelJobQueries.Job::done).containsExactly(LabelJobState.RUNNING, TAGS, 0);
        work();
        LabelJobQueries.Job made = job(id);
        assertThat(made.state()).isEqualTo(LabelJobState.DONE);
        assertThat(made.percent()).isEqualTo(100);
        assertThat(made.parts()).extracting(LabelJobQueries.Part::labels).containsExactly(968, 987, 545);
        assertThat(PdfCheck.pages(part(id, 1))).isEqualTo(47);
        assertThat(PdfCheck.text(part(id, 1))).contains("E-2026-7777-0001", "E-2026-7777-0968").doesNotContain("E-2026-7777-0969");
        assertThat(PdfCheck.text(part(id, 2))).contains("E-2026-7777-0969", "E-2026-7777-1955").doesNotContain("E-2026-7777-1956");
        assertThat(PdfCheck.text(part(id, 3))).contains("E-2026-7777-1956", "E-2026-7777-2500");
        assertThat(job(id).parts()).as("nothing more is done").hasSize(3);
        work();
        assertThat(db.number("select count(*) from label_part")).isEqualTo(3);
    }

    @Test
    void what_a_server_had_made_before_it_died_is_kept_and_the_rest_is_made_once() {
        Long id = start();
        LabelJobs jobs = db.get(LabelJobs.class);
        db.request(() -> {
            jobs.next();
            jobs.part(id);
        });
        assertThatThrownBy(() -> db.tx(() -> {
            jobs.part(id);
            throw new IllegalStateException("the server dies");
        })).isInstanceOf(IllegalStateException.class);
        int done = job(id).done();
        assertThat(job(id).parts()).hasSize(1);
        assertThat(done).isPositive().isLessThan(TAGS);
        work();
        assertThat(job(id).parts().stream().mapToInt(LabelJobQueries.Part::labels).sum()).isEqualTo(TAGS);
        assertThat(job(id).parts()).extracting(LabelJobQueries.Part::no).containsExactly(1, 2, 3);
    }

    @Test
    void what_brings_servers_down_three_times_is_given_up_and_so_is_what_nobody_may_ask_for_any_more() {
        Long id = start();
        for (int i = 0; i < 3; i++) {
            db.request(() -> assertThat(db.get(LabelJobs.class).next()).isNotNull());
        }
        db.request(() -> assertThat(db.get(LabelJobs.class).next()).isNull());
        assertThat(job(id).state()).isEqualTo(LabelJobState.FAILED);
        Long other = start();
        db.sql("update app_user set active = false where login = ?", user);
        work();
        assertThat(db.sql("select state from label_job where id = ?", other).get(0).get("state")).isEqualTo("FAILED");
        assertThat(db.number("select count(*) from label_part where job_id = ?", other)).isZero();
    }

    @Test
    void one_that_is_cancelled_makes_no_more_and_what_was_made_can_be_fetched() {
        Long id = start();
        db.request(() -> db.get(LabelJobs.class).part(id));
        as(user, () -> {
            db.get(LabelJobs.class).cancel(id);
            return null;
        });
        work();
        assertThat(job(id)).extracting(LabelJobQueries.Job::state, j -> j.parts().size()).containsExactly(LabelJobState.CANCELLED, 1);
        assertThat(part(id, 1)).isNotEmpty();
        refused(() -> as(user, () -> {
            db.get(LabelJobs.class).cancel(id);
            return null;
        }), "label.ended");
        db.sql("update label_job set ended_at = now(6) - interval 13 day");
        db.request(() -> assertThat(db.get(LabelJobs.class).forget()).isZero());
        db.sql("update label_job set ended_at = now(6) - interval 15 day");
        db.request(() -> assertThat(db.get(LabelJobs.class).forget()).isEqualTo(1));
        assertThat(db.number("select count(*) from label_part")).isZero();
    }

    @Test
    void nobody_sees_or_ends_what_is_another_ones_and_nothing_or_too_much_is_refused() {
        Long id = start();
        String other = SchoolGiven.user(db, "label.other", Role.FUNDING_OFFICER, authority, null);
        assertThat(as(other, () -> db.get(LabelJobQueries.class).mine())).isEmpty();
        assertThatThrownBy(() -> as(other, () -> db.get(LabelJobQueries.class).one(id))).isInstanceOf(NotFound.class);
        work();
        assertThatThrownBy(() -> as(other, () -> db.get(LabelJobQueries.class).part(id, 1))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(user, () -> db.get(LabelJobQueries.class).part(id, 9))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(other, () -> {
            db.get(LabelJobs.class).cancel(id);
            return null;
        })).isInstanceOf(NotFound.class);
        refused(() -> as(user, () -> db.get(LabelJobs.class).start(Map.of("of", List.of("tags")), true)), "label.nothing");
        assertThatThrownBy(() -> start("format", "A5")).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> start("colour", "red")).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> as(user, () -> db.get(LabelJobs.class).start(Map.of("of", List.of("nothing")), true))).isInstanceOf(NotFound.class);
        roll = roll("E-2026-8888", LabelJobs.MOST + 1);
        refused(() -> start(), "label.too_many");
        roll = roll("E-2026-8889", 1);
        for (int i = 0; i < 5; i++) {
            start();
        }
        refused(() -> start(), "label.busy");
    }

    @Test
    void one_that_is_older_than_those_that_are_listed_is_still_there() {
        Long id = start();
        work();
        String all = "user_id, user_name, source, asked, format, code, first_free, frame, ids, total, done, state, begun, created_at, ended_at";
        db.sql("insert into label_job (" + all + ") select " + all + " from label_job, seq_1_to_50 where id = ?", id);
        assertThat(as(user, () -> db.get(LabelJobQueries.class).mine())).hasSize(50).extracting(LabelJobQueries.Job::id).doesNotContain(id);
        assertThat(job(id).parts()).hasSize(3);
    }

    private Long start(String... pairs) {
        Map<String, List<String>> sent = new LinkedHashMap<>(Map.of("of", List.of("tags"), "roll", List.of(roll.toString())));
        for (int i = 0; i < pairs.length; i += 2) {
            sent.put(pairs[i], List.of(pairs[i + 1]));
        }
        return as(user, () -> db.get(LabelJobs.class).start(sent, true));
    }

    private void work() {
        db.request(() -> JobsGiven.run(db, LabelWorker.NAME));
    }

    private LabelJobQueries.Job job(Long id) {
        return as(user, () -> db.get(LabelJobQueries.class).one(id));
    }

    private byte[] part(Long id, int no) {
        return as(user, () -> db.get(LabelJobQueries.class).part(id, no));
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }

    private static void refused(ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
