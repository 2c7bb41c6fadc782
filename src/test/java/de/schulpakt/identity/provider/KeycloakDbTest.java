package de.schulpakt.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FakeProvider;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.platform.Refused;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Keycloak signs people in and tells that they have left: {@code mvn -Pkeycloak test -Dtest=KeycloakDbTest}. Skipped, loudly, without. */
@DbTest
class KeycloakDbTest {
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Duration STARTS = Duration.ofMinutes(5);
    private static final List<String> NAMES = List.of("issuer", "client", "secret", "scope");
    @TempDir
    Path folder;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private Process keycloak;
    private HttpServer ears;
    private String base;

    @BeforeEach
    void a_real_keycloak() throws Exception {
        String home = System.getProperty("keycloak.home");
        if (home == null) {
            System.err.println("\n*** KEYCLOAK IS NOT TRIED: run with -Pkeycloak to have it fetched and signed in with. ***\n");
        }
        Assumptions.assumeTrue(home != null, "no Keycloak");
        ears = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ears.createContext("/signon/left", exchange -> {
            told.add(FakeProvider.parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8)).get("logout_token"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        ears.start();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        base = "http://localhost:" + port;
        copy(Path.of(home), folder.resolve("kc"));
        Path realm = Files.createDirectories(folder.resolve("kc/data/import")).resolve("stadt.json");
        Files.writeString(realm, """
                {"realm": "stadt", "enabled": true, "sslRequired": "none", "groups": [{"name": "technik"}],
                 "clients": [{"clientId": "schulpakt", "secret": "geheim", "publicClient": false, "redirectUris": ["http://localhost:8080/*"], "standardFlowEnabled": true,
                   "attributes": {"backchannel.logout.url": "http://localhost:%d/signon/left", "backchannel.logout.session.required": "true"},
                   "protocolMappers": [{"name": "groups", "protocol": "openid-connect", "protocolMapper": "oidc-group-membership-mapper",
                     "config": {"claim.name": "groups", "full.path": "false", "id.token.claim": "true"}}]}],
                 "users": [{"username": "erika", "enabled": true, "email": "erika@example.org", "emailVerified": true, "firstName": "Erika", "lastName": "Muster",
                   "groups": ["technik"], "credentials": [{"type": "password", "value": "geheim-12345"}]}]}""".formatted(ears.getAddress().getPort()));
        ProcessBuilder start = new ProcessBuilder("bash", folder.resolve("kc/bin/kc.sh").toString(), "start-dev", "--http-port=" + port, "--import-realm");
        start.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        start.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin-12345");
        start.environment().put("JAVA_OPTS", "-Xms64m -Xmx512m -Djava.net.preferIPv4Stack=true");
        start.environment().remove("JAVA_TOOL_OPTIONS");
        keycloak = start.redirectErrorStream(true).redirectOutput(folder.resolve("kc.log").toFile()).start();
        Instant late = Instant.now().plus(STARTS);
        while (!answers(base + "/realms/stadt/.well-known/openid-configuration")) {
            assertThat(keycloak.isAlive() && Instant.now().isBefore(late)).as(Files.readString(folder.resolve("kc.log"))).isTrue();
            Thread.sleep(1_000);
        }
        System.setProperty("schulpakt.oidc.issuer", base + "/realms/stadt");
        System.setProperty("schulpakt.oidc.client", "schulpakt");
        System.setProperty("schulpakt.oidc.secret", "geheim");
    }

    @AfterEach
    void no_keycloak() {
        NAMES.forEach(name -> System.clearProperty("schulpakt.oidc." + name));
        if (ears != null) {
            ears.stop(0);
        }
        if (keycloak != null) {
            keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
            keycloak.destroyForcibly();
        }
    }

    @Test
    void keycloak_signs_in_gives_roles_and_tells_who_has_left(Db db) throws Exception {
        Long tom = IdentityGiven.user(db, "tom", Role.AUDITOR, null, null);
        IdentityGiven.as(db, "admin", () -> {
            db.get(ClaimRules.class).add(new ClaimRules.Add("groups", "technik", new Grant(Role.TECHNICIAN, null, null)));
            db.get(ClaimRules.class).choose(new ClaimRules.Choose(false, true, 12));
        });
        SignIns.Entered entered = signIn(db);
        assertThat(entered.userId()).isNotEqualTo(tom);
        assertThat(db.sql("select u.login, u.name, u.email, r.role from app_user u join role_assignment r on r.user_id = u.id where u.id = ?", entered.userId()).toString())
                .contains("erika", "Erika Muster", "erika@example.org", "TECHNICIAN");
        assertThat(entered.over().session()).as("it names the session").isNotNull();
        long session = db.get(Accounts.class).begin(entered.userId(), "Firefox", entered.over());
        assertThat(signIn(db).userId()).isEqualTo(entered.userId());
        assertThat(db.get(SignIn.class).bySession(session)).isTrue();
        // an administrator there ends what the person began
        String admin = JSONObjectUtils.getString(JSONObjectUtils.parse(post(base + "/realms/master/protocol/openid-connect/token",
                "grant_type=password&client_id=admin-cli&username=admin&password=admin-12345", null)), "access_token");
        String person = String.valueOf(((Map<?, ?>) JSONObjectUtils.parse("{\"all\":" + get(base + "/admin/realms/stadt/users?username=erika", admin) + "}")
                .entrySet().stream().map(e -> ((List<?>) e.getValue()).get(0)).findFirst().orElseThrow()).get("id"));
        post(base + "/admin/realms/stadt/users/" + person + "/logout", "", admin);
        String token = told.poll(30, TimeUnit.SECONDS);
        assertThat(token).isNotNull();
        SignIns.Provider door = db.get(ProviderDoor.class);
        for (String one = token; one != null; one = told.poll(3, TimeUnit.SECONDS)) {
            door.left(one);
        }
        assertThat(db.get(SignIn.class).bySession(session)).isFalse();
        assertThatThrownBy(() -> door.left(token)).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo("provider.stale"));
    }

    /** As a browser does it: to Keycloak, its form, and back. */
    private static SignIns.Entered signIn(Db db) throws Exception {
        SignIns.Provider door = db.get(ProviderDoor.class);
        SignIns.Begun begun = door.begin(null, null);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies()).followRedirects(HttpClient.Redirect.NEVER).build();
        String page = browser.send(HttpRequest.newBuilder(begun.to()).build(), HttpResponse.BodyHandlers.ofString()).body();
        Matcher form = FORM.matcher(page);
        assertThat(form.find()).as(page).isTrue();
        HttpResponse<String> back = browser.send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("username=erika&password="
                        + URLEncoder.encode("geheim-12345", UTF_8))).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        return door.finish(begun.flow(), FakeProvider.parameters(URI.create(back.headers().firstValue("Location").orElseThrow()).getRawQuery()));
    }

    /** As browsers do: on the machine itself a connection counts as secure, so that cookies that ask for one are sent. */
    private static CookieManager cookies() {
        return new CookieManager() {
            @Override
            public void put(URI from, Map<String, List<String>> headers) throws IOException {
                super.put(from, headers);
                getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            }
        };
    }

    private static boolean answers(String address) throws InterruptedException {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String get(String address, String token) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String post(String address, String form, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/x-www-form-urlencoded");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body();
    }

    /** A Keycloak of this test alone: it builds and stores beside its program. */
    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(one, there);
                }
            }
        }
    }
}
