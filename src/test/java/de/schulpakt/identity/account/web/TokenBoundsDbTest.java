package de.schulpakt.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.rest.web.ProblemMapper;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a token may not do is answered before anything is done: 403 with the code of the bound, whatever the verb. */
@DbTest
class TokenBoundsDbTest {
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    private static final List<String> CHANGING = List.of("POST", "PUT", "PATCH", "DELETE", "LINK");
    private static final List<String> OWN = List.of("tokens", "notices/7/read", "watches/Ticket/3", "me/personal-data", "deputies", "list-views/3");

    /** Keeps what is to be answered. */
    private static final class Answers extends ProblemMapper {
        private final List<Explained> given = new ArrayList<>();

        @Override
        public Response answer(Explained why) {
            given.add(why);
            return null;
        }
    }

    @Test
    void a_token_that_reads_only_changes_nothing_by_any_verb(Db db) {
        String token = token(db, "liest", new Accounts.CreateToken("Lesen", 30, true, null, null));
        for (String path : List.of("tickets", "tickets/7/begin", "users/3", "me/personal-data")) {
            CHANGING.forEach(verb -> refused(db, token, verb, path, "token.reads_only"));
            READING.forEach(verb -> passes(db, token, verb, path));
        }
    }

    @Test
    void a_token_with_single_rights_or_of_a_place_does_not_reach_what_is_its_owners_alone_by_any_verb(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt der Marken"), "Schule der Marken");
        String some = token(db, "einige", new Accounts.CreateToken("Tickets", 30, null, null, null, List.of(Permission.TICKET_WORK)));
        String placed = token(db, "dort", new Accounts.CreateToken("Schule", 30, null, null, school));
        String whole = token(db, "alles", new Accounts.CreateToken("alles", 30));
        for (String verb : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
            for (String path : OWN) {
                refused(db, some, verb, path, "token.rights");
                refused(db, placed, verb, path, "token.placed");
                passes(db, whole, verb, path);
            }
            passes(db, some, verb, "tickets/7");
            passes(db, placed, verb, "tokens/4");
        }
    }

    private static void refused(Db db, String token, String verb, String path, String code) {
        assertThat(answered(db, token, verb, path)).as(verb + " " + path).singleElement().satisfies(why -> {
            assertThat(why.status()).isEqualTo(403);
            assertThat(why.code()).isEqualTo(code);
            Map<String, Object> body = ProblemMapper.body(why, Locale.GERMAN);
            assertThat(body).containsEntry("status", 403).containsEntry("code", code).containsKeys("type", "title");
            assertThat(body.get("detail").toString()).isNotBlank().isNotEqualTo(code);
        });
    }

    private static void passes(Db db, String token, String verb, String path) {
        assertThat(answered(db, token, verb, path)).as(verb + " " + path).isEmpty();
    }

    private static String token(Db db, String login, Accounts.CreateToken cmd) {
        SchoolGiven.user(db, login, Role.TECHNICIAN, null, null);
        return SchoolGiven.as(db, login, () -> db.get(Accounts.class).createToken(cmd).token());
    }

    /** What the filter answers, with which the request ends; nothing if the request goes on. */
    private static List<Explained> answered(Db db, String token, String verb, String path) {
        Answers answers = new Answers();
        int[] ended = new int[1];
        db.request(() -> {
            TokenFilter filter = new TokenFilter();
            filter.signIn = db.get(SignIn.class);
            filter.current = db.get(CurrentUser.class);
            filter.language = new Language() {
                @Override
                public Locale getLocale() {
                    return Locale.GERMANY;
                }
            };
            filter.log = db.get(de.schulpakt.identity.account.SecurityLog.class);
            filter.address = new ClientAddress() {
                @Override
                public String of(HttpServletRequest request) {
                    return "192.0.2.7";
                }
            };
            filter.problems = answers;
            filter.filter(request(token, verb, path, ended));
            assertThat(filter.current.signedIn()).isTrue();
        });
        assertThat(ended[0]).as("the request ends once, with the answer").isEqualTo(answers.given.size());
        return answers.given;
    }

    private static ContainerRequestContext request(String token, String verb, String path, int[] ended) {
        List<PathSegment> segments = Arrays.stream(path.split("/")).<PathSegment>map(Segment::new).toList();
        UriInfo uri = (UriInfo) Proxy.newProxyInstance(TokenBoundsDbTest.class.getClassLoader(), new Class<?>[] {UriInfo.class},
                (proxy, method, args) -> method.getName().equals("getPath") ? path : segments);
        return (ContainerRequestContext) Proxy.newProxyInstance(TokenBoundsDbTest.class.getClassLoader(), new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getMethod" -> verb;
                    case "getUriInfo" -> uri;
                    case "getHeaderString" -> HttpHeaders.AUTHORIZATION.equals(args[0]) ? "Bearer " + token : null;
                    case "abortWith" -> {
                        ended[0]++;
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A segment of a path without parameters. */
    private record Segment(String getPath) implements PathSegment {
        @Override
        public MultivaluedMap<String, String> getMatrixParameters() {
            throw new UnsupportedOperationException("nobody asks for them");
        }
    }
}
