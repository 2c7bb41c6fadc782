package de.schulpakt.platform.rest.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Api;
import de.schulpakt.kit.ApiWorld;
import de.schulpakt.kit.ServerDatabase;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** {@code Idempotency-Key} over REST: the same twice is answered the same, something else under the key is refused. */
@ServerTest
class OnceIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    private static Response send(Api api, String key, String path, Map<String, ?> command) {
        return api.request().contentType(ContentType.JSON).header("Idempotency-Key", key).body(command).post(path);
    }

    private static Map<String, Object> wish(long school, String title) {
        return Map.of("schoolId", school, "title", title, "lines", List.of());
    }

    private static long wishes(ApiWorld w, String title) {
        return w.school1.read("requests?size=200").jsonPath().getList("rows.title").stream().filter(title::equals).count();
    }

    @Test
    void a_command_under_a_key_is_carried_out_once() throws Exception {
        ApiWorld w = ApiWorld.people();
        String key = "once-" + w.mark;
        String path = "requests";
        Map<String, Object> command = wish(w.school, "Einmal");
        Response first = send(w.school1, key, path, command);
        assertThat(first.statusCode()).as(first.asString()).isBetween(200, 299);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        Response again = send(w.school1, key, path, command);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(wishes(w, "Einmal")).isEqualTo(1);

        Response other = send(w.school1, key, path, wish(w.school, "Anders"));
        assertThat(other.statusCode()).isBetween(409, 422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency.other");
        assertThat(wishes(w, "Anders")).isZero();

        Response elsewhere = send(w.school2, key, path, wish(w.otherSchool, "Einmal"));
        assertThat(elsewhere.header("Idempotency-Replayed")).as("the key of somebody else is another key").isNull();
        assertThat(elsewhere.statusCode()).isBetween(200, 299);
        assertThat(send(w.school1, "mit Leerzeichen", path, command).jsonPath().getString("code")).isEqualTo("idempotency.key");

        Map<String, Object> wrong = Map.of("schoolId", w.school, "lines", List.of());
        assertThat(send(w.school1, "w-" + w.mark, path, wrong).statusCode()).isBetween(400, 422);
        assertThat(send(w.school1, "w-" + w.mark, path, wish(w.school, "Nachher")).statusCode())
                .as("what was refused leaves the key free").isBetween(200, 299);
    }

    @Test
    void of_the_same_sent_at_once_one_is_carried_out_and_all_are_answered_alike() throws Exception {
        ApiWorld w = ApiWorld.people();
        int many = 6;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Response>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                all.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    return send(w.school1, "many-" + w.mark, "requests", wish(w.school, "Zugleich"));
                }));
            }
            Set<String> answers = new HashSet<>();
            int replayed = 0;
            for (Future<Response> one : all) {
                answers.add(one.get().statusCode() + " " + one.get().asString());
                replayed += one.get().header("Idempotency-Replayed") == null ? 0 : 1;
            }
            assertThat(answers).hasSize(1);
            assertThat(replayed).isEqualTo(many - 1);
            assertThat(wishes(w, "Zugleich")).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The key was claimed and the server died before the answer was kept. */
    @Test
    void a_lost_answer_is_said_to_be_lost() {
        ApiWorld w = ApiWorld.people();
        Map<String, Object> command = wish(w.school, "Verloren");
        String path = "requests";
        assertThat(send(w.school1, "lost-" + w.mark, path, command).statusCode()).isBetween(200, 299);
        ServerDatabase.sql("UPDATE idempotency_key SET status = NULL ORDER BY id DESC LIMIT 1");
        assertThat(send(w.school1, "lost-" + w.mark, path, command).jsonPath().getString("code")).isEqualTo("idempotency.done");
        assertThat(wishes(w, "Verloren")).isEqualTo(1);
    }
}
