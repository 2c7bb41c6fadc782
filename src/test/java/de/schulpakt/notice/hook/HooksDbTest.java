package de.schulpakt.notice.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.job.JobsGiven;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Other programs are told what happens: signed, once, again if they do not answer, and at no address inside. */
@DbTest
class HooksDbTest {
    private static final String PRIVATE = "schulpakt.webhook.private";
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer receiver;
    private Db db;
    private ProcurementGiven given;
    private Long ticket;

    /** What the receiver has got. */
    private record Heard(String path, String event, String signature, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void aReceiver(Db theDb) throws IOException {
        db = theDb;
        System.setProperty(PRIVATE, "127.0.0.1");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            heard.add(new Heard(exchange.getRequestURI().getPath(), exchange.getRequestHeaders().getFirst("Schulpakt-Event"),
                    exchange.getRequestHeaders().getFirst("Schulpakt-Signature"), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (answer == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        ticket = InstallGiven.plain(db, given.school, "Dose prüfen");
        db.sql("update history set at = at - interval 1 hour");
        JobsGiven.run(db, "webhook-news");
    }

    @AfterEach
    void gone() {
        receiver.stop(0);
        System.clearProperty(PRIVATE);
    }

    @Test
    void a_step_is_told_once_and_signed_and_names_nobody() {
        Hooks.NewSecret made = hook(List.of("Ticket"), null, null);
        assertThat(db.sql("select secret from webhook").get(0).get("secret").toString()).doesNotContain(made.secret());
        InstallGiven.take(db, ticket);
        run();
        run();
        assertThat(heard).hasSize(1);
        Heard message = heard.get(0);
        assertThat(message.json().get("kind").asText()).isEqualTo("TicketAction.TAKE");
        assertThat(message.json().get("to").asText()).isEqualTo("TicketState.PLANNED");
        assertThat(message.json().get("subject").get("id").asInt()).isEqualTo(ticket.intValue());
        assertThat(message.json().get("schoolId").asInt()).isEqualTo(given.school.intValue());
        assertThat(message.json().get("authorityId").asInt()).isEqualTo(given.authority.intValue());
        assertThat(message.json().get("event").asText()).isEqualTo(message.event()).startsWith("h");
        assertThat(message.body()).doesNotContain(InstallGiven.TECHNICIAN);
        String time = message.signature().replaceAll("t=(\\d+),v1=.*", "$1");
        assertThat(message.signature()).isEqualTo("t=" + time + ",v1=" + HookSender.signature(made.secret().getBytes(StandardCharsets.UTF_8), time, message.body()));
        HookQueries.View view = as(() -> queries().view(made.id()));
        assertThat(view.deliveries()).singleElement().satisfies(d -> assertThat(d.state() + " " + d.status() + " " + d.tries()).isEqualTo("SENT 200 1"));
    }

    @Test
    void a_hook_that_is_removed_hears_of_nothing_and_goes_with_its_last_message() {
        Hooks.NewSecret made = hook(List.of("Ticket"), null, null);
        Integer version = as(() -> queries().view(made.id())).hook().version();
        InstallGiven.take(db, ticket);
        JobsGiven.run(db, "webhook-news");
        as(() -> {
            hooks().test(made.id());
            return null;
        });
        assertThatThrownBy(() -> remove(made.id(), version + 7)).isInstanceOf(Conflict.class);
        remove(made.id(), as(() -> queries().view(made.id())).hook().version());
        run();
        assertThat(heard).as("neither what was written nor a test").isEmpty();
        assertThat(as(() -> queries().list())).isEmpty();
        assertThatThrownBy(() -> as(() -> queries().view(made.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> remove(made.id(), version)).as("twice").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(() -> hooks().renew(made.id()))).isInstanceOf(NotFound.class);
        assertThat(db.number("select length(secret) from webhook")).isZero();
        JobsGiven.run(db, "webhook-age");
        assertThat(db.number("select count(*) from webhook")).as("its log stays").isEqualTo(1);
        db.sql("update webhook_delivery set made_at = made_at - interval 40 day");
        JobsGiven.run(db, "webhook-age");
        assertThat(db.number("select count(*) from webhook")).isZero();
        assertThat(db.number("select count(*) from history where subject_type = 'Webhook' and action = 'HookAction.REMOVE'")).isEqualTo(1);
    }

    private void remove(Long id, Integer version) {
        as(() -> {
            hooks().remove(id, new Hooks.Remove(version));
            return null;
        });
    }

    @Test
    void two_nodes_at_once_tell_each_event_once() {
        hook(List.of("Ticket"), null, null);
        InstallGiven.take(db, ticket);
        InstallGiven.work(db, tickets -> tickets.start(ticket, InstallGiven.step(db, ticket)));
        assertThat(db.race(2, 4, () -> JobsGiven.run(db, "webhook-news"))).isEmpty();
        assertThat(db.race(2, 4, () -> JobsGiven.run(db, "webhooks"))).isEmpty();
        assertThat(heard).extracting(Heard::event).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void a_hook_hears_of_its_kinds_and_its_place_and_of_what_happens_from_then_on() {
        ProcurementGiven other = ProcurementGiven.school(db, "Andere Schule");
        Long there = InstallGiven.plain(db, other.school, "Dose dort");
        InstallGiven.take(db, there);
        db.sql("update history set at = at - interval 1 minute");
        Long school = hook(List.of("Ticket"), given.school, null).id();
        Long authority = hook(List.of("Ticket", "Device"), null, given.authority).id();
        Long orders = hook(List.of("PurchaseOrder"), null, null).id();
        InstallGiven.take(db, ticket);
        InstallGiven.work(db, tickets -> tickets.start(there, InstallGiven.step(db, there)));
        run();
        assertThat(heard).hasSize(2).allSatisfy(m -> assertThat(m.json().get("subject").get("id").asInt()).isEqualTo(ticket.intValue()));
        assertThat(as(() -> queries().view(school)).deliveries()).hasSize(1);
        assertThat(as(() -> queries().view(authority)).deliveries()).hasSize(1);
        assertThat(as(() -> queries().view(orders)).deliveries()).isEmpty();
    }

    @Test
    void what_is_not_answered_is_tried_with_growing_waits_until_it_is_dead_and_can_be_sent_again() {
        Long id = hook(List.of("Ticket"), null, null).id();
        answer = 500;
        InstallGiven.take(db, ticket);
        run();
        assertThat(db.number("select timestampdiff(second, utc_timestamp(), due_at) from webhook_delivery")).isBetween(30L, 61L);
        run();
        assertThat(heard).as("not before its time").hasSize(1);
        answer = 302;
        for (int i = 0; i < 10; i++) {
            db.sql("update webhook_delivery set due_at = utc_timestamp(6) where state = 'WAITING'");
            run();
        }
        assertThat(heard).hasSize(7).noneMatch(m -> m.path().equals("/elsewhere"));
        HookQueries.Sent dead = as(() -> queries().view(id)).deliveries().get(0);
        assertThat(dead.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(dead.status()).isEqualTo(302);
        answer = 204;
        as(() -> {
            hooks().sendAgain(id, dead.id());
            assertThatThrownBy(() -> hooks().sendAgain(id, dead.id())).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("hook.not_dead"));
            assertThatThrownBy(() -> hooks().sendAgain(id, 999_999)).isInstanceOf(NotFound.class);
            return null;
        });
        run();
        assertThat(as(() -> queries().view(id)).deliveries().get(0).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void after_twenty_failures_in_a_row_a_hook_is_off_and_administrators_are_told() {
        Long id = hook(List.of("Ticket"), null, null).id();
        answer = 410;
        for (int i = 0; i < HookNews.MOST_FAILURES + 2; i++) {
            as(() -> {
                hooks().test(id);
                return null;
            });
        }
        run();
        HookQueries.View view = as(() -> queries().view(id));
        assertThat(view.hook().active()).isFalse();
        assertThat(as(() -> db.get(NoticeQueries.class).newest(10))).extracting(NoticeQueries.Row::kind).contains("message.webhook_off");
        InstallGiven.take(db, ticket);
        int before = heard.size();
        run();
        assertThat(heard).as("it is off").hasSize(before);
        answer = 200;
        as(() -> {
            hooks().change(id, new Hooks.Describe(view.hook().version(), "W", url(), List.of("Ticket"), null, null, true));
            return null;
        });
        InstallGiven.work(db, tickets -> tickets.start(ticket, InstallGiven.step(db, ticket)));
        run();
        assertThat(heard.get(heard.size() - 1).json().get("kind").asText()).isEqualTo("TicketAction.START");
        assertThat(as(() -> queries().view(id)).hook().failures()).isZero();
    }

    @Test
    @Timeout(120)
    void an_answer_without_end_holds_nobody_up() {
        receiver.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write(new byte[8192]);
                }
            }
        });
        as(() -> hooks().create(new Hooks.Describe(null, "E", url() + "/endless", List.of("Ticket"), null, null, true)));
        Long id = hook(List.of("Ticket"), null, null).id();
        InstallGiven.take(db, ticket);
        run();
        assertThat(as(() -> queries().view(id)).deliveries().get(0).state()).isEqualTo(DeliveryState.SENT);
        assertThat(db.number("select count(*) from webhook_delivery where state = 'SENT'")).isEqualTo(2);
    }

    @Test
    void no_address_inside_is_sent_to_whatever_its_name_says() throws UnknownHostException {
        for (String inside : List.of("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
                "192.0.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "::ffff:10.0.0.1", "64:ff9b::a00:1",
                "2002:a00:1::1", "2001::1", "ff02::1")) {
            assertThat(HookAddresses.outside(InetAddress.getByName(inside))).as(inside).isFalse();
            assertThatThrownBy(() -> HookAddresses.resolve(inside.equals("127.0.0.1") ? "localhost" : inside)).as(inside).isInstanceOf(UnknownHostException.class);
        }
        for (String outside : List.of("93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1:248:1893:25c8:1946")) {
            assertThat(HookAddresses.outside(InetAddress.getByName(outside))).as(outside).isTrue();
        }
        for (String wrong : List.of("http://example.org/", "ftp://example.org/", "https://me:secret@example.org/", "https:///x", "javascript:1", "https://example.org/#x",
                "http://127.0.0.2/")) {
            as(() -> {
                assertThatThrownBy(() -> hooks().create(new Hooks.Describe(null, "W", wrong, List.of("Ticket"), null, null, true)))
                        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).as(wrong).isEqualTo("hook.address"));
                return null;
            });
        }
        // a name that leads inside is known only when it is resolved: the message fails, and nothing is sent
        Long id = as(() -> hooks().create(new Hooks.Describe(null, "W", "https://localhost:" + receiver.getAddress().getPort() + "/", List.of("Ticket"), null, null, true)).id());
        as(() -> {
            hooks().test(id);
            return null;
        });
        run();
        assertThat(heard).isEmpty();
        assertThat(as(() -> queries().view(id)).deliveries().get(0).problem()).contains("inside");
    }

    @Test
    void what_is_offered_is_wanted_of_one_place_and_a_new_secret_ends_the_old_one() {
        as(() -> {
            assertThatThrownBy(() -> hooks().create(new Hooks.Describe(null, "W", url(), List.of("AppUser"), null, null, true)))
                    .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("hook.kind"));
            assertThatThrownBy(() -> hooks().create(new Hooks.Describe(null, "W", url(), List.of("Ticket"), given.school, given.authority, true)))
                    .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("hook.one_place"));
            return null;
        });
        Hooks.NewSecret first = hook(List.of("Ticket"), null, null);
        Hooks.NewSecret second = as(() -> hooks().renew(first.id()));
        as(() -> {
            hooks().test(first.id());
            return null;
        });
        run();
        String time = heard.get(0).signature().replaceAll("t=(\\d+),v1=.*", "$1");
        assertThat(heard.get(0).signature()).endsWith(HookSender.signature(second.secret().getBytes(StandardCharsets.UTF_8), time, heard.get(0).body()));
        assertThat(second.secret()).isNotEqualTo(first.secret());
        db.sql("update webhook_delivery set made_at = made_at - interval 31 day");
        JobsGiven.run(db, "webhook-age");
        assertThat(as(() -> queries().view(first.id())).deliveries()).isEmpty();
    }

    private Hooks.NewSecret hook(List<String> kinds, Long school, Long authority) {
        return as(() -> hooks().create(new Hooks.Describe(null, "Fremdes System", url(), kinds, school, authority, true)));
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/schulpakt";
    }

    private void run() {
        JobsGiven.run(db, "webhook-news");
        JobsGiven.run(db, "webhooks");
    }

    private <T> T as(java.util.concurrent.Callable<T> work) {
        return SchoolGiven.asAdmin(db, work);
    }

    private Hooks hooks() {
        return db.get(Hooks.class);
    }

    private HookQueries queries() {
        return db.get(HookQueries.class);
    }
}
