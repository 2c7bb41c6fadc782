package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import com.tngtech.archunit.core.domain.JavaClass;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.ApiWorld;
import de.schulpakt.kit.OwnClasses;
import de.schulpakt.kit.ServerDatabase;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The main thread over REST on the built WAR: from the ceiling of a programme to the socket in the wall. */
@ServerTest
class ThreadIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int AT_ONCE = 32;

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @AfterEach
    void all_invariants_hold() {
        ServerDatabase.checks();
    }

    @Test
    void one_euro_from_the_ceiling_to_the_serial_number_and_the_ticket() {
        ApiWorld w = ApiWorld.people();

        // funding: the ceiling, the application, the decision, and the budgets that it opens
        w.programme();
        w.application(60_000, 200_000);
        w.officer.get("budgets?school=" + w.school).body("total", equalTo(0));
        w.decide();
        w.officer.get("applications/" + w.application).body("state", equalTo("APPROVED")).body("approvedCents", equalTo(260_000))
                .body("ownShareCents", equalTo(26_000)).body("grantCents", equalTo(234_000));
        assertThat(w.money("WLAN")).containsExactly(60_000L, 0L, 0L, 0L, 60_000L);
        assertThat(w.money("MOBILE_DEVICE")).containsExactly(200_000L, 0L, 0L, 0L, 200_000L);
        w.catalogue();

        // request: a draft costs nothing and says what it would cost
        long request = w.draft(1, 2);
        String path = "requests/" + request;
        w.school1.get(path).body("state", equalTo("DRAFT")).body("totalCents", equalTo(130_000)).body("actions", hasItem("SUBMIT"))
                .body("payers.find { it.category == 'WLAN' }.availableCents", equalTo(60_000));
        JsonPath submitted = w.school1.act(path + "/submit", Map.of("version", w.school1.version(path))).jsonPath();
        assertThat(submitted.getString("state")).isEqualTo("SUBMITTED");
        assertThat(submitted.getList("actions")).doesNotContain("APPROVE");
        assertThat(w.money("WLAN")).containsExactly(60_000L, 0L, 0L, 0L, 60_000L);
        w.officer.get(path).body("actions", hasItems("APPROVE", "REJECT", "ASK"));

        // approval reserves
        w.officer.send(path + "/approve", Map.of("version", submitted.getInt("version"))).statusCode(200)
                .body("state", equalTo("APPROVED")).body("lines.budgetId", everyItem(notNullValue()));
        assertThat(w.money("WLAN")).containsExactly(60_000L, 50_000L, 0L, 0L, 10_000L);
        assertThat(w.money("MOBILE_DEVICE")).containsExactly(200_000L, 80_000L, 0L, 0L, 120_000L);

        // too little money: the sentence says what is missing, and nothing has changed
        long second = w.submitted(1, 1);
        int version = w.officer.version("requests/" + second);
        problem(w.officer.send("requests/" + second + "/approve", Map.of("version", version)), 409, "budget.not_enough")
                .body("detail", containsString("noch 100,00 EUR frei")).body("detail", containsString("gebraucht werden 500,00 EUR"))
                .body("detail", containsString("es fehlen 400,00 EUR"));
        w.officer.get("requests/" + second).body("state", equalTo("SUBMITTED")).body("version", equalTo(version));
        assertThat(w.money("WLAN")).containsExactly(60_000L, 50_000L, 0L, 0L, 10_000L);
        assertThat(w.money("MOBILE_DEVICE")).containsExactly(200_000L, 80_000L, 0L, 0L, 120_000L);

        // order commits
        List<Map<String, Object>> open = w.officer.read("orders/open-items?supplier=" + w.supplier).jsonPath().getList("");
        assertThat(open).hasSize(2);
        Map<String, Object> place = Map.of("supplierId", w.supplier, "requestItemIds", open.stream().map(i -> i.get("id")).toList(),
                "expectedOn", today().plusDays(14).toString());
        long order = w.officer.create("orders", place);
        assertThat(w.money("WLAN")).containsExactly(60_000L, 0L, 50_000L, 0L, 10_000L);
        assertThat(w.money("MOBILE_DEVICE")).containsExactly(200_000L, 0L, 80_000L, 0L, 120_000L);
        problem(w.officer.send("orders", place), 409, "order.item_not_open");
        assertThat(w.money("WLAN")).containsExactly(60_000L, 0L, 50_000L, 0L, 10_000L);

        // delivery spends what is invoiced, here 10 EUR less per tablet, and frees the rest
        JsonPath ordered = w.officer.read("orders/" + order).jsonPath();
        assertThat(ordered.getString("state")).isEqualTo("PLACED");
        long apLine = line(ordered, "WLAN");
        long tabletLine = line(ordered, "MOBILE_DEVICE");
        Map<String, Object> goods = Map.of("version", ordered.getInt("version"), "deliveryNoteNo", "LS-" + w.mark,
                "receivedOn", today().toString(), "invoiceNo", "RE-" + w.mark, "invoicedOn", today().toString(), "lines", List.of(
                        Map.of("orderLineId", apLine, "serials", List.of("AP-" + w.mark)),
                        Map.of("orderLineId", tabletLine, "priceCents", 39_000, "serials", List.of("T1-" + w.mark, "T2-" + w.mark))));
        w.deputy.send("orders/" + order + "/receive", goods).statusCode(200).body("state", equalTo("DELIVERED"))
                .body("invoicedCents", equalTo(128_000)).body("devices", hasSize(3));
        assertThat(w.money("WLAN")).containsExactly(60_000L, 0L, 0L, 50_000L, 10_000L);
        assertThat(w.money("MOBILE_DEVICE")).containsExactly(200_000L, 0L, 0L, 78_000L, 122_000L);

        // the same delivery once more
        Response before = w.officer.read("orders/" + order);
        problem(w.deputy.send("orders/" + order + "/receive", goods), 409, "delivery.already_received");
        assertThat(w.officer.read("orders/" + order).asString()).isEqualTo(before.asString());
        assertThat(w.money("WLAN")).containsExactly(60_000L, 0L, 0L, 50_000L, 10_000L);
        assertThat(w.money("MOBILE_DEVICE")).containsExactly(200_000L, 0L, 0L, 78_000L, 122_000L);
        w.officer.get("devices?school=" + w.school).body("total", equalTo(3));
        w.school1.get(path).body("state", equalTo("DELIVERED")).body("delivered", equalTo(3));

        // each piece is a device with the position that pays for it
        long accessPoint = device(w, "AP-");
        long budget = w.budget("WLAN");
        String label = w.mark + " · " + w.officer.read("applications/" + w.application).jsonPath().getString("no") + " · Pos. 1";
        w.school1.get("devices/" + accessPoint).body("inventoryNo", startsWith("G-")).body("state", equalTo("IN_STOCK"))
                .body("budgetId", equalTo((int) budget)).body("fundingLabel", startsWith(label)).body("priceCents", equalTo(50_000))
                .body("orderNo", equalTo(ordered.getString("no"))).body("bindingYears", equalTo(5)).body("$", not(hasKey("bindingEndOn")));

        // the access point has a ticket, the tablets have none; the technician works, the school accepts
        long ticket = ticket(w, accessPoint);
        technicianWorks(w, ticket);
        String accept = "tickets/" + ticket + "/accept";
        int measured = w.school1.version("tickets/" + ticket);
        problem(w.technician.send(accept, Map.of("version", measured)), 403, "forbidden");
        w.school1.send(accept, Map.of("version", measured)).statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("deviceState", equalTo("IN_SERVICE"));
        problem(w.school1.send(accept, Map.of("version", measured)), 409, "conflict.own");
        w.school1.get("devices/" + accessPoint).body("state", equalTo("IN_SERVICE")).body("roomId", equalTo((int) w.room))
                .body("inServiceOn", equalTo(today().toString())).body("bindingEndOn", equalTo(today().plusYears(5).toString()));
        tabletsIntoService(w);

        followTheEuro(w, request, order, ticket, budget);
    }

    private static void technicianWorks(ApiWorld w, long ticket) {
        String path = "tickets/" + ticket;
        step(w, path, "take", Map.of(), "PLANNED");
        step(w, path, "schedule", Map.of("startsAt", Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES).toString(),
                "minutes", 60, "contact", "Hausmeister bis 13 Uhr"), "SCHEDULED");
        step(w, path, "start", Map.of(), "IN_WORK");
        step(w, path, "measure", Map.of("roomId", w.room, "socket", "1.01-1", "switchPort", "EV1-SW1 / 7", "cableClass", "EA",
                "signalDbm", -55, "passed", true), "MEASURED");
    }

    private static void step(ApiWorld w, String path, String action, Map<String, Object> more, String state) {
        Map<String, Object> command = new HashMap<>(more);
        command.put("version", w.technician.version(path));
        w.technician.send(path + "/" + action, command).statusCode(200).body("state", equalTo(state));
    }

    private static void tabletsIntoService(ApiWorld w) {
        for (String serial : List.of("T1-", "T2-")) {
            String path = "devices/" + device(w, serial);
            JsonPath placed = w.school1.act(path + "/place", Map.of("version", w.school1.version(path), "roomId", w.room)).jsonPath();
            w.school1.send(path + "/serve", Map.of("version", placed.getInt("version"))).statusCode(200).body("state", equalTo("IN_SERVICE"));
        }
    }

    /** From a figure to its rows, from a row to its cause, from the serial number back to the ceiling. */
    private static void followTheEuro(ApiWorld w, long request, long order, long ticket, long budget) {
        String where = "programme=" + w.programme + "&authority=" + w.authority;
        w.officer.get("overview/usage?" + where).statusCode(200).body("ceilingCents", equalTo(900_000)).body("appliedCents", equalTo(260_000))
                .body("approvedCents", equalTo(260_000)).body("reservedCents", equalTo(0)).body("committedCents", equalTo(0))
                .body("spentCents", equalTo(128_000)).body("freeCents", equalTo(132_000));
        w.officer.get("overview/usage/rows?" + where).statusCode(200).body("total", equalTo(2))
                .body("rows.find { it.category == 'WLAN' }.spentCents", equalTo(50_000))
                .body("rows.find { it.category == 'MOBILE_DEVICE' }.spentCents", equalTo(78_000));
        w.officer.get("overview/postings?kind=SPENT&" + where).statusCode(200).body("totalCents", equalTo(128_000));
        w.officer.get("overview/postings?kind=SPENT&budget=" + budget + "&" + where).body("totalCents", equalTo(50_000))
                .body("page.rows", hasSize(1)).body("page.rows[0].cause.requestId", equalTo((int) request))
                .body("page.rows[0].cause.orderId", equalTo((int) order)).body("page.rows[0].cause.invoiceNo", equalTo("RE-" + w.mark))
                .body("page.rows[0].cause.devices.serial", contains("AP-" + w.mark));
        w.officer.get("overview/trace?serial=AP-" + w.mark).statusCode(200)
                .body("funding.programmeId", equalTo((int) w.programme)).body("funding.ceilingCents", equalTo(900_000))
                .body("funding.applicationId", equalTo((int) w.application)).body("funding.decisionReference", equalTo("B-" + w.mark))
                .body("funding.budgetId", equalTo((int) budget)).body("funding.approvedCents", equalTo(60_000))
                .body("request.id", equalTo((int) request)).body("order.id", equalTo((int) order)).body("order.priceCents", equalTo(50_000))
                .body("delivery.deliveryNoteNo", equalTo("LS-" + w.mark)).body("delivery.invoiceCents", equalTo(128_000))
                .body("postings.kind", contains("RESERVE", "COMMIT", "SPEND")).body("postings.amountCents", everyItem(equalTo(50_000)))
                .body("device.serial", equalTo("AP-" + w.mark)).body("device.state", equalTo("IN_SERVICE"))
                .body("ticket.id", equalTo((int) ticket)).body("ticket.state", equalTo("ACCEPTED"))
                .body("ticket.measurements.socket", contains("1.01-1")).body("placements.room", contains("101"));
        // the ledger of the position tells the same
        w.auditor.get("budgets/" + budget + "/postings").statusCode(200).body("total", equalTo(4))
                .body("rows.kind", containsInAnyOrder("ALLOT", "RESERVE", "COMMIT", "SPEND"));
        // the administrator of the installation moves no money and sees none
        problem(w.admin.get("overview/trace?serial=AP-" + w.mark), 404, "not_found");
        problem(w.school2.get("overview/trace?serial=AP-" + w.mark), 404, "not_found");
    }

    @Test
    void the_last_euro_wanted_by_32_at_once_is_given_once() throws Exception {
        int payable = 5;
        ApiWorld w = ApiWorld.withMoney(payable * ApiWorld.ACCESS_POINT + ApiWorld.ACCESS_POINT - 1, 1_000);
        List<Long> requests = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            requests.add(w.submitted(1, 0));
        }
        int version = w.officer.version("requests/" + requests.get(0));
        List<Response> answers = atOnce(requests.stream().map(id -> (Callable<Response>) () -> w.officer
                .send("requests/" + id + "/approve", Map.of("version", version)).extract().response()).toList());

        assertThat(answers.stream().filter(a -> a.statusCode() == 200)).hasSize(payable);
        assertThat(answers.stream().filter(a -> a.statusCode() != 200)).hasSize(AT_ONCE - payable)
                .allSatisfy(a -> assertThat(a.statusCode() + " " + a.jsonPath().getString("code")).isEqualTo("409 budget.not_enough"));
        long reserved = payable * ApiWorld.ACCESS_POINT;
        assertThat(w.money("WLAN")).containsExactly(reserved + ApiWorld.ACCESS_POINT - 1, reserved, 0L, 0L, ApiWorld.ACCESS_POINT - 1);
        assertThat(w.officer.read("requests?state=APPROVED&school=" + w.school).jsonPath().getInt("total")).isEqualTo(payable);
    }

    @Test
    void the_same_button_pressed_by_many_at_once_works_once() throws Exception {
        ApiWorld w = ApiWorld.withMoney(500_000, 1_000);
        long request = w.submitted(1, 0);
        int version = w.officer.version("requests/" + request);
        List<Response> answers = atOnce(Collections.nCopies(8, () -> w.officer
                .send("requests/" + request + "/approve", Map.of("version", version)).extract().response()));
        assertThat(answers.stream().map(Response::statusCode)).containsOnlyOnce(200).allMatch(s -> s == 200 || s == 409);
        assertThat(w.money("WLAN").get(1)).isEqualTo(ApiWorld.ACCESS_POINT);

        List<Object> items = w.officer.read("orders/open-items?supplier=" + w.supplier).jsonPath().getList("id");
        List<Response> orders = atOnce(Collections.nCopies(8, () -> w.officer
                .send("orders", Map.of("supplierId", w.supplier, "requestItemIds", items)).extract().response()));
        assertThat(orders.stream().map(Response::statusCode)).containsOnlyOnce(201).allMatch(s -> s == 201 || s == 409);
        assertThat(w.money("WLAN").get(2)).isEqualTo(ApiWorld.ACCESS_POINT);

        long order = orders.stream().filter(a -> a.statusCode() == 201).findFirst().orElseThrow().jsonPath().getLong("id");
        JsonPath view = w.officer.read("orders/" + order).jsonPath();
        Map<String, Object> goods = Map.of("version", view.getInt("version"), "deliveryNoteNo", "L", "receivedOn", today().toString(),
                "invoiceNo", "R-" + w.mark, "invoicedOn", today().toString(), "lines",
                List.of(Map.of("orderLineId", line(view, "WLAN"), "serials", List.of("S-" + w.mark))));
        List<Response> deliveries = atOnce(Collections.nCopies(8, () -> w.officer
                .send("orders/" + order + "/receive", goods).extract().response()));
        assertThat(deliveries.stream().map(Response::statusCode)).containsOnlyOnce(200).allMatch(s -> s == 200 || s == 409);
        assertThat(w.money("WLAN")).containsExactly(500_000L, 0L, 0L, ApiWorld.ACCESS_POINT, 450_000L);
        w.officer.get("devices?school=" + w.school).body("total", equalTo(1));
        w.technician.get("tickets?school=" + w.school).body("total", equalTo(1));
    }

    @Test
    void what_one_may_not_see_is_404_and_what_one_may_not_do_is_403() {
        ApiWorld w = ApiWorld.withMoney(60_000, 40_000);
        long request = w.submitted(1, 1);
        String path = "requests/" + request;
        int version = w.school1.version(path);

        problem(w.school1.send(path + "/approve", Map.of("version", version)), 403, "forbidden");
        problem(w.auditor.send(path + "/approve", Map.of("version", version)), 403, "forbidden");
        int auditor = w.auditor.get("me").extract().path("id");
        w.admin.get("security-events?kind=PERMISSION_REFUSED&user=" + auditor).body("total", equalTo(1));
        w.auditor.get(path).statusCode(200).body("actions", hasSize(0));
        w.admin.get("inspections?user=" + auditor).body("rows.path", hasItem("/api/v1/" + path));
        w.school1.get(path).statusCode(200);
        int school = w.school1.get("me").extract().path("id");
        w.admin.get("inspections?user=" + school).body("total", equalTo(0));
        problem(w.school2.get(path), 404, "not_found");
        for (String action : List.of("submit", "withdraw", "approve", "cancel")) {
            problem(w.school2.send(path + "/" + action, Map.of("version", version, action.equals("cancel") ? "reason" : "note", "x")), 404, "not_found");
        }
        problem(w.school2.get("budgets/" + w.budget("WLAN")), 404, "not_found");
        problem(w.school2.get("schools/" + w.school), 404, "not_found");
        problem(w.school2.send("requests", Map.of("schoolId", w.school, "title", "x", "lines", List.of())), 404, "not_found");
        problem(w.school2.send("requests", Map.of("schoolId", w.otherSchool, "title", "x", "lines",
                List.of(Map.of("itemId", w.accessPoint, "roomId", w.room, "quantity", 1)))), 409, "request.foreign_room");
        w.school2.get("requests").body("total", equalTo(0));
        // an officer of another authority
        ApiWorld other = ApiWorld.people();
        problem(other.officer.get(path), 404, "not_found");
        problem(other.officer.send(path + "/approve", Map.of("version", version)), 404, "not_found");
        problem(other.officer.get("applications/" + w.application), 404, "not_found");
        problem(other.officer.get("budgets/" + w.budget("WLAN")), 404, "not_found");
        w.officer.get(path).body("state", equalTo("SUBMITTED")).body("version", equalTo(version));
    }

    @Test
    void an_old_version_changes_nothing() {
        ApiWorld w = ApiWorld.withMoney(60_000, 40_000);
        long request = w.draft(1, 0);
        String path = "requests/" + request;
        int seen = w.school1.version(path);
        Map<String, Object> change = Map.of("version", seen, "title", "Neu", "lines",
                List.of(Map.of("itemId", w.accessPoint, "roomId", w.room, "quantity", 1)));
        w.school1.act(path + "/change", change);
        problem(w.school1.send(path + "/change", Map.of("version", seen, "title", "Von gestern", "lines", List.of())), 409, "conflict.own")
                .body("detail", containsString("B-"));
        problem(w.school1.send(path + "/submit", Map.of("version", seen)), 409, "conflict.own");
        w.school1.get(path).body("title", equalTo("Neu")).body("state", equalTo("DRAFT")).body("lines", hasSize(1));

        w.school1.act(path + "/submit", Map.of("version", w.school1.version(path)));
        problem(w.officer.send(path + "/approve", Map.of("version", seen)), 409, "conflict");
        problem(w.school1.send(path + "/submit", Map.of("version", w.school1.version(path))), 409, "state.not_allowed");
        assertThat(w.money("WLAN").get(1)).isZero();
    }

    @Test
    void every_failure_is_a_problem_with_a_code() {
        ApiWorld w = ApiWorld.people();
        problem(w.school1.send("requests", Map.of("schoolId", w.school, "lines", List.of())), 400, "invalid").body("errors", hasKey("title"));
        problem(w.school1.send("requests", Map.of("schoolId", w.school, "titel", "x")), 400, "json.unreadable").body("errors", hasKey("titel"));
        problem(w.school1.send("requests", Map.of("schoolId", "x")), 400, "json.unreadable").body("errors", hasKey("schoolId"));
        problem(w.school1.request().contentType(ContentType.JSON).body("{").post("requests").then(), 400, "json.unreadable");
        problem(w.school1.request().contentType(ContentType.JSON).body("null").post("requests").then(), 400, "json.unreadable");
        problem(w.school1.request().contentType(ContentType.JSON).post("requests").then(), 400, "json.unreadable");
        problem(w.school1.get("requests?state=NONE"), 400, "parameter.value").body("errors", hasKey("state"));
        problem(w.school1.get("requests?page=x"), 400, "parameter.value").body("errors", hasKey("page"));
        problem(w.school1.get("requests?staet=DRAFT"), 400, "parameter.unknown").body("errors", hasKey("staet"));
        problem(w.school1.get("requests?page=1&page=2"), 400, "parameter.twice").body("errors", hasKey("page"));
        problem(Api.nobody().get("requests"), 401, "token.missing").header("WWW-Authenticate", startsWith("Bearer"));
        problem(Api.nobody().request().header("Authorization", "Bearer spk_guessed").get("requests").then(), 401, "token.invalid");
        problem(Api.nobody().request().auth().preemptive().basic("schule", "schulpakt").get("requests").then(), 401, "token.missing");
        problem(w.school1.send("users", Map.of("login", "x-" + w.mark, "name", "x", "role", "ADMIN")), 403, "forbidden");
        problem(w.school1.get("requests/999999999"), 404, "not_found");
        problem(w.school1.get("requests/abc"), 404, "http.404");
        problem(w.school1.get("no-such-thing"), 404, "http.404");
        problem(w.school1.request().delete("requests").then(), 405, "http.405");
        problem(w.school1.request().accept("text/html").get("requests").then(), 406, "http.406");
        problem(w.school1.request().contentType("text/csv").body("a;b").post("requests").then(), 415, "http.415");
        problem(w.admin.send("users", Map.of("login", "schule", "name", "x", "role", "AUDITOR")), 409, "user_login_once");
        problem(w.school1.request().header("Accept-Language", "en").get("requests/999999999").then(), 404, "not_found")
                .body("title", equalTo("Not found"));
    }

    @Test
    void a_token_is_shown_once_and_ends_at_once() {
        ApiWorld w = ApiWorld.people();
        problem(w.school1.send("tokens", Map.of("label", "second", "days", 1)), 409, "token.by_token");
        JsonPath made = Api.token(w.login("SCHOOL_ADMIN", null, w.school), ApiWorld.PASSWORD, "second");
        Api second = Api.with(made.getString("token"));
        second.get("me").statusCode(200).body("grants[0].schoolId", equalTo((int) w.school));
        w.school1.get("tokens").body("label", hasItem("second")).body("find { it.label == 'second' }", not(hasKey("token")));
        problem(w.school2.request().delete("tokens/" + made.getLong("id")).then(), 404, "not_found");
        w.school1.request().delete("tokens/" + made.getLong("id")).then().statusCode(204);
        problem(second.get("me"), 401, "token.invalid");
    }

    @Test
    void no_answer_of_the_api_makes_a_session() {
        ApiWorld w = ApiWorld.people();
        assertThat(w.school1.read("requests").headers().getValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_description_names_every_resource() {
        JsonPath api = RestAssured.given().baseUri(War.base().toString()).accept(ContentType.JSON).get("/openapi").jsonPath();
        Map<String, Map<String, Object>> paths = api.getMap("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, verbs) -> verbs.keySet().forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> built = resources();
        assertThat(built).hasSizeGreaterThan(70);
        assertThat(described).containsAll(built);
        assertThat(paths.get("/api/v1/requests/{id}/approve").toString()).contains("budget.not_enough");
    }

    /** Every path of every resource class, as the description must name it. */
    private static Set<String> resources() {
        Set<String> all = new TreeSet<>();
        for (JavaClass type : OwnClasses.all()) {
            if (!type.isAnnotatedWith(Path.class)) {
                continue;
            }
            Class<?> resource = type.reflect();
            for (Method method : resource.getDeclaredMethods()) {
                for (Class<? extends Annotation> verb : List.of(GET.class, POST.class, PUT.class, DELETE.class)) {
                    if (method.isAnnotationPresent(verb)) {
                        Path own = method.getAnnotation(Path.class);
                        String path = "/api/v1/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
                        all.add(verb.getSimpleName() + " " + path.replace("//", "/"));
                    }
                }
            }
        }
        return all;
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("status", equalTo(status))
                .body("code", equalTo(code)).body("title", notNullValue()).body("type", notNullValue())
                .body("detail.length()", greaterThan(5));
    }

    private static long line(JsonPath order, String category) {
        return order.getLong("lines.find { it.category == '" + category + "' }.id");
    }

    private static long device(ApiWorld w, String serial) {
        return w.school1.read("devices?text=" + serial + w.mark).jsonPath().getLong("rows[0].id");
    }

    private static long ticket(ApiWorld w, long device) {
        JsonPath tickets = w.technician.read("tickets?school=" + w.school).jsonPath();
        assertThat(tickets.getInt("total")).isEqualTo(1);
        assertThat(tickets.getLong("rows[0].deviceId")).isEqualTo(device);
        assertThat(tickets.getString("rows[0].state")).isEqualTo("OPEN");
        return tickets.getLong("rows[0].id");
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static List<Response> atOnce(List<? extends Callable<Response>> calls) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<Response>> running = new ArrayList<>();
            for (Callable<Response> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> each : running) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
