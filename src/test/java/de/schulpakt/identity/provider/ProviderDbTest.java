package de.schulpakt.identity.provider;

import static de.schulpakt.kit.IdentityGiven.as;
import static de.schulpakt.kit.IdentityGiven.confirmRoles;
import static de.schulpakt.kit.IdentityGiven.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.account.Users;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FakeProvider;
import de.schulpakt.kit.IdentityGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes back from an identity provider is who it says, and has what its claims give here; whatever is forged opens nothing. */
@DbTest
class ProviderDbTest {
    private static final List<String> NAMES = List.of("issuer", "client", "secret", "factor");
    private FakeProvider provider;
    private Long tom;

    @BeforeEach
    void a_provider_and_an_account(Db db) {
        provider = new FakeProvider();
        System.setProperty("schulpakt.oidc.issuer", provider.issuer());
        System.setProperty("schulpakt.oidc.client", FakeProvider.CLIENT);
        System.setProperty("schulpakt.oidc.secret", FakeProvider.SECRET);
        System.setProperty("schulpakt.oidc.factor", "otp, hwk");
        tom = user(db, "tom", Role.TECHNICIAN, null, null);
        db.sql("update app_user set email = 'tom@example.org' where login = 'tom'");
    }

    @AfterEach
    void no_provider() {
        provider.close();
        NAMES.forEach(name -> System.clearProperty("schulpakt.oidc." + name));
    }

    @Test
    void an_account_that_its_owner_connects_is_found_by_issuer_and_subject(Db db) {
        refused("provider.unknown", () -> signIn(db, "t-1", Map.of("email", "tom@example.org", "email_verified", true)));
        link(db, "tom", "t-1");
        assertThat(signIn(db, "t-1", Map.of()).userId()).isEqualTo(tom);
        // case counts, and so does every letter
        refused("provider.unknown", () -> signIn(db, "T-1", Map.of()));
        assertThat(db.number("select count(*) from security_event where kind = 'PROVIDER_LINKED'")).isEqualTo(1);
        assertThat(db.number("select count(*) from security_event where kind = 'SIGN_IN_REFUSED'")).isGreaterThan(0);
        as(db, "tom", () -> assertThat(db.get(ProviderQueries.class).own().orElseThrow().issuer()).isEqualTo(provider.issuer()));
        as(db, "admin", () -> assertThat(db.get(ProviderQueries.class).connections()).extracting(ProviderQueries.Connection::login).containsExactly("tom"));
    }

    @Test
    void one_person_there_is_one_account_here(Db db) {
        user(db, "eva", Role.TECHNICIAN, null, null);
        link(db, "tom", "t-1");
        link(db, "tom", "t-1");
        refused("provider.elsewhere", () -> link(db, "eva", "t-1"));
        refused("provider.has_other", () -> link(db, "tom", "t-2"));
        // somebody else is signed in by the time the browser is back
        SignIns.Begun begun = door(db).begin(null, tom);
        Map<String, String> answer = provider.signIn(begun.to(), "t-3", Map.of());
        as(db, "eva", () -> refused("provider.stale", () -> door(db).finish(begun.flow(), answer)));
    }

    @Test
    void state_code_and_time_are_good_once(Db db) {
        link(db, "tom", "t-1");
        SignIns.Begun begun = door(db).begin("/index.xhtml", null);
        assertThat(FakeProvider.parameters(begun.to().getRawQuery())).containsEntry("response_type", "code").containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", FakeProvider.CLIENT).containsEntry("code_challenge", ProviderDoor.challenge(begun.flow().verifier()));
        Map<String, String> answer = provider.signIn(begun.to(), "t-1", Map.of());
        refused("provider.stale", () -> door(db).finish(null, answer));
        refused("provider.stale", () -> door(db).finish(begun.flow(), with(answer, "state", "guessed")));
        refused("provider.stale", () -> door(db).finish(begun.flow(), with(answer, "state", null)));
        refused("provider.stale", () -> door(db).finish(begun.flow(), with(answer, "code", null)));
        refused("provider.declined", () -> door(db).finish(begun.flow(), with(answer, "error", "access_denied")));
        db.get(Clock.class).at(Instant.now().plus(Duration.ofMinutes(11)), () -> refused("provider.stale", () -> door(db).finish(begun.flow(), answer)));
        // a code that was made for another flow does not fit this one's verifier
        SignIns.Begun other = door(db).begin(null, null);
        refused("provider.stale", () -> door(db).finish(other.flow(), with(answer, "state", other.flow().state())));
        Map<String, String> again = provider.signIn(begun.to(), "t-1", Map.of());
        assertThat(door(db).finish(begun.flow(), again).userId()).isEqualTo(tom);
        refused("provider.stale", () -> door(db).finish(begun.flow(), again));
    }

    @Test
    void a_token_that_is_not_the_providers_for_us_and_now_opens_nothing(Db db) {
        link(db, "tom", "t-1");
        for (String how : List.of("FOREIGN", "HS256", "NONE")) {
            provider.sign(how);
            refused("provider.untrusted", () -> signIn(db, "t-1", Map.of()));
        }
        provider.sign("RS256");
        untrusted(db, "nonce", "another");
        untrusted(db, "nonce", null);
        untrusted(db, "aud", "another-client");
        untrusted(db, "aud", List.of(FakeProvider.CLIENT, "another-client"));
        untrusted(db, "azp", "another-client");
        untrusted(db, "iss", "https://elsewhere.example");
        untrusted(db, "exp", Instant.now().minusSeconds(120));
        untrusted(db, "exp", null);
        untrusted(db, "sub", null);
        untrusted(db, "sub", "");
        untrusted(db, "sub", "x".repeat(256));
        provider.bend(claims -> claims);
        assertThat(signIn(db, "t-1", Map.of()).userId()).isEqualTo(tom);
        // a key that has come since is fetched
        provider.renewKey();
        assertThat(signIn(db, "t-1", Map.of()).userId()).isEqualTo(tom);
    }

    @Test
    void the_answer_of_another_provider_does_not_reach_ours(Db db) {
        link(db, "tom", "t-1");
        SignIns.Begun begun = door(db).begin(null, null);
        Map<String, String> answer = provider.signIn(begun.to(), "t-1", Map.of());
        refused("provider.untrusted", () -> door(db).finish(begun.flow(), with(answer, "iss", "https://evil.example")));
        refused("provider.untrusted", () -> door(db).finish(begun.flow(), with(answer, "iss", null)));
        assertThat(provider.asked()).filteredOn(path -> path.endsWith("/token")).hasSize(1);
    }

    @Test
    void a_provider_that_is_away_or_answers_for_another_is_said_and_keeps_nobody_out(Db db) {
        provider.fail(503);
        refused("provider.away", () -> door(db).begin(null, null));
        assertThat(door(db).away()).isTrue();
        assertThat(db.get(SignIns.class).check("tom", IdentityGiven.PASSWORD)).isEqualTo(tom);
        provider.fail(200);
        Instant start = Instant.now();
        int minutes = 0;
        for (Map.Entry<String, String> wrong : Map.of("issuer", "https://elsewhere.example", "token_endpoint", "http://elsewhere.example/token").entrySet()) {
            provider.says(said -> with(said, wrong.getKey(), wrong.getValue()));
            int before = provider.asked().size();
            minutes++;
            at(db, start.plus(Duration.ofMinutes(minutes)), () -> refused("provider.away", () -> door(db).begin(null, null)));
            assertThat(provider.asked()).hasSizeGreaterThan(before);
        }
        Instant last = start.plus(Duration.ofMinutes(minutes));
        provider.says(said -> said);
        // who comes within some seconds is told at once, and the provider is left alone
        int asked = provider.asked().size();
        at(db, last.plusSeconds(14), () -> refused("provider.away", () -> door(db).begin(null, null)));
        assertThat(provider.asked()).hasSize(asked);
        at(db, last.plusSeconds(16), () -> {
            SignIns.Begun begun = door(db).begin(null, null);
            assertThat(door(db).away()).isFalse();
            Map<String, String> answer = provider.signIn(begun.to(), "t-1", Map.of());
            provider.close();
            refused("provider.away", () -> door(db).finish(begun.flow(), answer));
            refused("provider.away", () -> door(db).begin(null, null));
        });
        System.clearProperty("schulpakt.oidc.issuer");
        assertThat(door(db).on()).isFalse();
        refused("provider.off", () -> door(db).begin(null, null));
        assertThat(door(db).farewell()).isNull();
    }

    @Test
    void one_leaves_the_provider_where_it_says(Db db) {
        door(db).begin(null, null);
        URI end = door(db).farewell();
        assertThat(end.toString()).startsWith(provider.issuer() + "/logout?");
        assertThat(FakeProvider.parameters(end.getRawQuery())).containsEntry("client_id", FakeProvider.CLIENT).containsKey("post_logout_redirect_uri");
    }

    @Test
    void an_account_is_found_by_a_verified_address_only_where_that_is_allowed(Db db) {
        Map<String, Object> verified = Map.of("email", "TOM@example.org", "email_verified", true);
        choose(db, true, false);
        refused("provider.unknown", () -> signIn(db, "t-1", Map.of("email", "tom@example.org", "email_verified", false)));
        refused("provider.unknown", () -> signIn(db, "t-1", Map.of("email", "tom@example.org")));
        user(db, "eva", Role.TECHNICIAN, null, null);
        db.sql("update app_user set email = 'tom@example.org' where login = 'eva'");
        refused("provider.unknown", () -> signIn(db, "t-1", verified));
        db.sql("update app_user set email = 'admin@example.org' where login = 'admin'");
        refused("provider.unknown", () -> signIn(db, "a-1", Map.of("email", "admin@example.org", "email_verified", true)));
        db.sql("update app_user set email = null where login = 'eva'");
        refused("provider.unknown", () -> signIn(db, "t-1", verified));
        db.sql("update app_user set password_hash = null where login = 'tom'");
        assertThat(signIn(db, "t-1", verified).userId()).isEqualTo(tom);
        // who is connected is found by the subject, whatever the address; and nobody else takes the account by it
        choose(db, false, false);
        assertThat(signIn(db, "t-1", Map.of()).userId()).isEqualTo(tom);
        choose(db, true, false);
        refused("provider.unknown", () -> signIn(db, "t-2", verified));
    }

    @Test
    void who_has_no_account_gets_one_where_that_is_allowed_and_a_rule_gives_a_role(Db db) {
        rule(db, "realm_access.roles", "technik", Role.TECHNICIAN);
        Map<String, Object> claims = Map.of("preferred_username", "neu", "name", "Nele Neu", "email", "neu@example.org", "email_verified", true,
                "realm_access", Map.of("roles", List.of("technik", "anderes")));
        refused("provider.unknown", () -> signIn(db, "n-1", claims));
        choose(db, false, true);
        refused("provider.no_role", () -> signIn(db, "n-1", Map.of("preferred_username", "neu")));
        refused("provider.login_taken", () -> signIn(db, "n-1", with(claims, "preferred_username", "tom")));
        assertThat(db.number("select count(*) from app_user where login in ('neu', 'n-1')")).isZero();
        long made = signIn(db, "n-1", claims).userId();
        assertThat(db.sql("select name, email, password_hash from app_user where id = ?", made).get(0)).containsEntry("name", "Nele Neu")
                .containsEntry("email", "neu@example.org").containsEntry("password_hash", null);
        assertThat(roles(db, "neu")).containsExactly("TECHNICIAN");
        assertThat(signIn(db, "n-1", claims).userId()).isEqualTo(made);
        as(db, "neu", () -> refused("provider.only_way", () -> db.get(ProviderAccounts.class).unlinkOwn()));
        refused("provider.mail_taken", () -> signIn(db, "n-3", with(claims, "preferred_username", "zweites")));
        // an address that is not verified is nobody's: links to a password would go there
        long other = signIn(db, "n-2", with(with(claims, "preferred_username", null), "email_verified", false)).userId();
        assertThat(db.sql("select login, email from app_user where id = ?", other).get(0)).containsEntry("login", "n-2").containsEntry("email", null);
    }

    @Test
    void a_first_sign_in_by_eight_at_once_makes_one_account(Db db) throws Exception {
        rule(db, "groups", "technik", Role.TECHNICIAN);
        choose(db, false, true);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> tries = IntStream.range(0, 8).<Callable<Long>>mapToObj(i -> () -> {
                Long[] id = new Long[1];
                db.request(() -> {
                    try {
                        id[0] = signIn(db, "n-1", Map.of("preferred_username", "neu", "groups", List.of("technik"))).userId();
                    } catch (RuntimeException lost) {
                        id[0] = null;
                    }
                });
                return id[0];
            }).toList();
            List<Long> found = new ArrayList<>();
            for (var one : many.invokeAll(tries)) {
                found.add(one.get());
            }
            assertThat(found).anyMatch(id -> id != null);
        } finally {
            many.shutdownNow();
        }
        assertThat(db.number("select count(*) from app_user where login = 'neu'")).isEqualTo(1);
        assertThat(db.number("select count(*) from provider_account")).isEqualTo(1);
        assertThat(roles(db, "neu")).containsExactly("TECHNICIAN");
    }

    @Test
    void a_role_comes_and_goes_with_its_claim_and_what_was_given_by_hand_stays(Db db) {
        rule(db, "groups", "technik", Role.TECHNICIAN);
        rule(db, "groups", "revision", Role.AUDITOR);
        link(db, "tom", "t-1");
        Map<String, Object> both = Map.of("groups", List.of("technik", "revision"));
        long session = session(db, signIn(db, "t-1", both).userId());
        assertThat(roles(db, "tom")).containsExactly("AUDITOR", "TECHNICIAN");
        signIn(db, "t-1", both);
        assertThat(db.get(SignIn.class).bySession(session)).as("nothing changed").isTrue();
        signIn(db, "t-1", Map.of("groups", List.of("Revision")));
        assertThat(roles(db, "tom")).as("the technician's role was given by hand").containsExactly("TECHNICIAN");
        assertThat(db.get(SignIn.class).bySession(session)).as("sessions end with a role").isFalse();
        // what an administrator takes does not come back while the claim stays, and does once it has been away
        signIn(db, "t-1", both);
        as(db, "admin", () -> db.get(Users.class).takeRole(tom, new Grant(Role.AUDITOR, null, null)));
        signIn(db, "t-1", both);
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
        signIn(db, "t-1", Map.of());
        signIn(db, "t-1", both);
        assertThat(roles(db, "tom")).containsExactly("AUDITOR", "TECHNICIAN");
        // a rule that goes takes with it what it gave
        Long id = db.number("select id from claim_rule where value = 'revision'");
        as(db, "admin", () -> db.get(ClaimRules.class).remove(id));
        as(db, "admin", () -> assertThatThrownBy(() -> db.get(ClaimRules.class).remove(id)).isInstanceOf(NotFound.class));
        signIn(db, "t-1", both);
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
    }

    @Test
    void a_role_that_moves_money_waits_for_a_second_person_and_the_last_administrator_stays_one(Db db) {
        user(db, "zweite", Role.ADMIN, null, null);
        rule(db, "groups", "geld", Role.FUNDING_OFFICER);
        link(db, "tom", "t-1");
        Map<String, Object> money = Map.of("groups", List.of("geld"));
        signIn(db, "t-1", money);
        signIn(db, "t-1", money);
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
        assertThat(db.number("select count(*) from role_pending")).isEqualTo(1);
        Long waiting = db.number("select id from role_pending");
        as(db, "admin", () -> refused("duty.apart", () -> db.get(Users.class).confirmRole(waiting)));
        signIn(db, "t-1", Map.of());
        assertThat(db.number("select count(*) from role_pending")).as("what still waits goes with the claim").isZero();
        signIn(db, "t-1", money);
        confirmRoles(db, "tom");
        assertThat(roles(db, "tom")).containsExactly("FUNDING_OFFICER", "TECHNICIAN");
        // what is declined is not asked again
        signIn(db, "t-1", Map.of());
        signIn(db, "t-1", money);
        as(db, "zweite", () -> db.get(Users.class).declineRole(db.number("select id from role_pending")));
        signIn(db, "t-1", money);
        assertThat(db.number("select count(*) from role_pending")).isZero();
        // the last one
        rule(db, "groups", "verwaltung", Role.ADMIN);
        signIn(db, "t-1", Map.of("groups", List.of("verwaltung")));
        confirmRoles(db, "tom");
        assertThat(roles(db, "tom")).containsExactly("ADMIN", "TECHNICIAN");
        db.sql("update app_user set active = false where login in ('admin', 'zweite')");
        signIn(db, "t-1", Map.of());
        assertThat(roles(db, "tom")).containsExactly("ADMIN", "TECHNICIAN");
    }

    @Test
    void what_somebody_gave_or_took_by_hand_is_stronger_than_a_claim(Db db) {
        Grant auditor = new Grant(Role.AUDITOR, null, null);
        rule(db, "groups", "revision", Role.AUDITOR);
        link(db, "tom", "t-1");
        Map<String, Object> revision = Map.of("groups", "revision");
        // given by hand, then said by a claim, then taken: it does not come back
        as(db, "admin", () -> db.get(Users.class).grant(tom, auditor));
        signIn(db, "t-1", revision);
        as(db, "admin", () -> db.get(Users.class).takeRole(tom, auditor));
        signIn(db, "t-1", revision);
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
        // nor by leaving the provider and coming again
        signIn(db, "t-1", Map.of());
        signIn(db, "t-1", revision);
        as(db, "admin", () -> db.get(Users.class).takeRole(tom, auditor));
        as(db, "tom", () -> db.get(ProviderAccounts.class).unlinkOwn());
        link(db, "tom", "t-1", revision);
        signIn(db, "t-1", revision);
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
        // given by hand since: the claim that goes does not take it
        as(db, "admin", () -> db.get(Users.class).grant(tom, auditor));
        signIn(db, "t-1", Map.of());
        assertThat(roles(db, "tom")).containsExactly("AUDITOR", "TECHNICIAN");
    }

    @Test
    void nobody_gives_oneself_a_role_by_a_rule(Db db) {
        rule(db, "groups", "revision", Role.AUDITOR);
        link(db, "admin", "a-1");
        signIn(db, "a-1", Map.of("groups", "revision"));
        assertThat(roles(db, "admin")).containsExactly("ADMIN");
    }

    @Test
    void who_was_the_last_administrator_by_a_claim_is_none_once_there_are_others(Db db) {
        user(db, "zweite", Role.ADMIN, null, null);
        rule(db, "groups", "verwaltung", Role.ADMIN);
        link(db, "tom", "t-1");
        signIn(db, "t-1", Map.of("groups", "verwaltung"));
        confirmRoles(db, "tom");
        db.sql("update app_user set active = false where login in ('admin', 'zweite')");
        signIn(db, "t-1", Map.of());
        assertThat(roles(db, "tom")).containsExactly("ADMIN", "TECHNICIAN");
        db.sql("update app_user set active = true where login in ('admin', 'zweite')");
        signIn(db, "t-1", Map.of());
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
    }

    @Test
    void who_is_deactivated_here_stays_out_and_gets_nothing(Db db) {
        rule(db, "groups", "revision", Role.AUDITOR);
        link(db, "tom", "t-1");
        as(db, "admin", () -> db.get(Users.class).activate(tom, false));
        refused("provider.inactive", () -> signIn(db, "t-1", Map.of("groups", "revision")));
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
    }

    @Test
    void a_second_factor_counts_where_the_provider_says_it_in_a_word_that_is_set(Db db) {
        link(db, "tom", "t-1");
        assertThat(signIn(db, "t-1", Map.of()).proved()).isFalse();
        assertThat(signIn(db, "t-1", Map.of("amr", List.of("pwd"))).proved()).isFalse();
        assertThat(signIn(db, "t-1", Map.of("amr", List.of("pwd", "otp"))).proved()).isTrue();
        assertThat(signIn(db, "t-1", Map.of("acr", "hwk")).proved()).isTrue();
        System.clearProperty("schulpakt.oidc.factor");
        assertThat(signIn(db, "t-1", Map.of("amr", List.of("pwd", "otp"))).proved()).isFalse();
    }

    @Test
    void a_connection_ends_with_what_it_gave(Db db) {
        rule(db, "groups", "revision", Role.AUDITOR);
        link(db, "tom", "t-1");
        signIn(db, "t-1", Map.of("groups", "revision"));
        as(db, "tom", () -> db.get(ProviderAccounts.class).unlinkOwn());
        assertThat(roles(db, "tom")).containsExactly("TECHNICIAN");
        as(db, "tom", () -> assertThatThrownBy(() -> db.get(ProviderAccounts.class).unlinkOwn()).isInstanceOf(NotFound.class));
        refused("provider.unknown", () -> signIn(db, "t-1", Map.of()));
        link(db, "tom", "t-2");
        as(db, "tom", () -> assertThatThrownBy(() -> db.get(ClaimRules.class).unlink(tom)).isInstanceOf(Forbidden.class));
        as(db, "admin", () -> db.get(ClaimRules.class).unlink(tom));
        assertThat(db.number("select count(*) from provider_account")).isZero();
    }

    @Test
    void the_last_administrator_whose_connection_ends_stays_one_for_good(Db db) {
        rule(db, "groups", "verwaltung", Role.ADMIN);
        link(db, "tom", "t-1");
        Instant start = Instant.now();
        signIn(db, "t-1", Map.of("groups", "verwaltung"));
        confirmRoles(db, "tom");
        db.sql("update app_user set active = false where login = 'admin'");
        as(db, "tom", () -> db.get(ProviderAccounts.class).unlinkOwn());
        assertThat(db.number("select count(*) from provider_role")).isZero();
        at(db, start.plus(Duration.ofDays(400)), () -> {
            db.get(SignIn.class).byId(tom);
            assertThat(db.get(CurrentUser.class).account().grants()).extracting(Grant::role).contains(Role.ADMIN);
        });
    }

    @Test
    void what_claims_would_give_is_seen_beforehand_and_is_what_they_give(Db db) {
        rule(db, "groups", "technik", Role.TECHNICIAN);
        rule(db, "groups", "revision", Role.AUDITOR);
        rule(db, "groups", "geld", Role.FUNDING_OFFICER);
        link(db, "tom", "t-1");
        signIn(db, "t-1", Map.of("groups", "revision"));
        as(db, "admin", () -> {
            assertThat(look(db, "{\"groups\": [\"technik\", \"geld\"]}", "tom")).containsExactly("TECHNICIAN STAYS", "FUNDING_OFFICER WAITS", "AUDITOR TAKEN");
            assertThat(look(db, "{\"groups\": \"revision\"}", null)).containsExactly("AUDITOR GIVEN");
            assertThat(look(db, "{}", "")).isEmpty();
            db.get(Users.class).takeRole(tom, new Grant(Role.AUDITOR, null, null));
            assertThat(look(db, "{\"groups\": [\"revision\"]}", "tom")).containsExactly("AUDITOR TAKEN_BEFORE");
            refused("provider.claims", () -> look(db, "groups: technik", null));
            refused("provider.claims", () -> look(db, "[1]", null));
            refused("provider.nobody", () -> look(db, "{}", "niemand"));
        });
        as(db, "tom", () -> assertThatThrownBy(() -> look(db, "{}", null)).isInstanceOf(Forbidden.class));
    }

    @Test
    void rules_are_made_by_administrators_and_once(Db db) {
        rule(db, "groups", "technik", Role.TECHNICIAN);
        assertThatThrownBy(() -> rule(db, "groups", "technik", Role.TECHNICIAN)).hasStackTraceContaining("claim_rule_once");
        refused("user.scope", () -> rule(db, "groups", "schule", Role.SCHOOL_ADMIN));
        as(db, "tom", () -> assertThatThrownBy(() -> db.get(ClaimRules.class).choose(new ClaimRules.Choose(true, true, 12))).isInstanceOf(Forbidden.class));
        String token = IdentityGiven.class.getSimpleName();
        as(db, "admin", () -> assertThat(db.get(ProviderQueries.class).rules()).extracting(ProviderQueries.Rule::value).containsExactly("technik").doesNotContain(token));
        db.sql("insert into claim_rule (claim, value, role, made_by, made_at) select 'x', seq, 'AUDITOR', (select min(id) from app_user), now(6) from seq_1_to_2000");
        refused("claimrule.too_many", () -> rule(db, "groups", "mehr", Role.AUDITOR));
    }

    @Test
    void what_claims_gave_rests_after_the_time_that_is_set_until_they_are_read_again(Db db) {
        rule(db, "groups", "revision", Role.AUDITOR);
        link(db, "tom", "t-1");
        Map<String, Object> revision = Map.of("groups", "revision");
        Instant start = Instant.now();
        SignIns.Entered entered = signIn(db, "t-1", revision);
        Accounts.NewToken[] token = new Accounts.NewToken[1];
        as(db, "tom", () -> token[0] = db.get(Accounts.class).createToken(new Accounts.CreateToken("Bericht", 100)));
        long over = db.get(Accounts.class).begin(tom, "Firefox", entered.over());
        assertThat(held(db, token[0])).containsExactlyInAnyOrder(Role.AUDITOR, Role.TECHNICIAN);
        at(db, start.plus(Duration.ofHours(11)), () -> {
            assertThat(held(db, token[0])).containsExactlyInAnyOrder(Role.AUDITOR, Role.TECHNICIAN);
            assertThat(db.get(SignIn.class).bySession(over)).isTrue();
        });
        at(db, start.plus(Duration.ofHours(13)), () -> {
            assertThat(held(db, token[0])).as("by hand, so it goes on").containsExactly(Role.TECHNICIAN);
            assertThat(db.get(SignIn.class).bySession(over)).isFalse();
            provider.bend(claims -> with(claims, "exp", start.plus(Duration.ofHours(14))));
            signIn(db, "t-1", revision);
            assertThat(held(db, token[0])).containsExactlyInAnyOrder(Role.AUDITOR, Role.TECHNICIAN);
        });
        // another time counts for what was given before
        db.sql("update provider_account set seen_at = ?", start);
        as(db, "admin", () -> db.get(ClaimRules.class).choose(new ClaimRules.Choose(false, false, 48)));
        at(db, start.plus(Duration.ofHours(47)), () -> assertThat(held(db, token[0])).contains(Role.AUDITOR));
        as(db, "admin", () -> {
            assertThat(db.get(ProviderQueries.class).choice().hours()).isEqualTo(48);
            db.get(ClaimRules.class).choose(new ClaimRules.Choose(false, false, 1));
            assertThatThrownBy(() -> db.get(ClaimRules.class).choose(new ClaimRules.Choose(false, false, 0))).isInstanceOf(ConstraintViolationException.class);
            assertThatThrownBy(() -> db.get(ClaimRules.class).choose(new ClaimRules.Choose(false, false, 8761))).isInstanceOf(ConstraintViolationException.class);
        });
        assertThatThrownBy(() -> db.sql("update provider_choice set claims_hours = 0")).hasStackTraceContaining("provider_choice_hours");
        at(db, start.plus(Duration.ofMinutes(61)), () -> assertThat(held(db, token[0])).containsExactly(Role.TECHNICIAN));
        // given by hand since: no claim bounds it any more
        as(db, "admin", () -> db.get(Users.class).takeRole(tom, new Grant(Role.AUDITOR, null, null)));
        as(db, "tom", () -> token[0] = db.get(Accounts.class).createToken(new Accounts.CreateToken("Bericht", 100)));
        as(db, "admin", () -> db.get(Users.class).grant(tom, new Grant(Role.AUDITOR, null, null)));
        at(db, start.plus(Duration.ofHours(200)), () -> assertThat(held(db, token[0])).contains(Role.AUDITOR));
    }

    @Test
    void a_role_that_is_confirmed_later_holds_no_longer_than_its_claim(Db db) {
        user(db, "zweite", Role.ADMIN, null, null);
        rule(db, "groups", "verwaltung", Role.ADMIN);
        link(db, "tom", "t-1");
        Instant start = Instant.now();
        signIn(db, "t-1", Map.of("groups", "verwaltung"));
        confirmRoles(db, "tom");
        long session = session(db, tom);
        at(db, start.plus(Duration.ofHours(11)), () -> {
            assertThat(db.get(SignIn.class).bySession(session)).isTrue();
            assertThat(db.get(CurrentUser.class).account().grants()).extracting(Grant::role).contains(Role.ADMIN);
        });
        at(db, start.plus(Duration.ofHours(13)), () -> {
            db.get(SignIn.class).byId(tom);
            assertThat(db.get(CurrentUser.class).account().grants()).extracting(Grant::role).containsExactly(Role.TECHNICIAN);
        });
        // whose rights rest is no administrator who remains
        db.sql("update app_user set active = false where login = 'zweite'");
        db.sql("update role_assignment set lapses_at = ? where lapses_at is not null", start.minusSeconds(1));
        db.sql("update app_user set active = true where login = 'zweite'");
        as(db, "zweite", () -> db.get(Users.class).activate(db.number("select id from app_user where login = 'admin'"), false));
        refused("user.last_administrator", () -> as(db, "zweite", () -> db.get(Users.class).activate(db.number("select id from app_user where login = 'zweite'"), false)));
    }

    @Test
    void who_leaves_the_provider_is_out_here_by_a_token_that_is_taken_once(Db db) {
        user(db, "eva", Role.TECHNICIAN, null, null);
        link(db, "tom", "t-1");
        link(db, "eva", "e-1");
        long one = over(db, "t-1", "s-1");
        long two = over(db, "t-1", "s-2");
        long unnamed = over(db, "t-1", null);
        long eva = over(db, "e-1", "s-3");
        long byPassword = session(db, tom);
        String token = provider.left("t-1", "s-1");
        door(db).left(token);
        assertThat(holds(db, one, two, unnamed, eva, byPassword)).containsExactly(false, true, false, true, true);
        refused("provider.stale", () -> door(db).left(token));
        // of somebody else's session nothing ends
        door(db).left(provider.left("t-1", "s-3"));
        door(db).left(provider.left("nobody", null));
        assertThat(holds(db, two, eva)).containsExactly(true, true);
        door(db).left(provider.left(null, "s-3"));
        assertThat(holds(db, two, eva)).containsExactly(true, false);
        door(db).left(provider.left("t-1", null));
        assertThat(holds(db, two, byPassword)).containsExactly(false, true);
        assertThat(db.number("select count(*) from security_event where kind = 'SIGN_OUT'")).isEqualTo(4);
        // old ones are forgotten once they would be too old anyway
        db.get(Clock.class).at(Instant.now().plus(Duration.ofMinutes(30)), () -> refused("provider.untrusted", () -> door(db).left(token)));
    }

    @Test
    void a_logout_token_that_is_not_the_providers_for_us_and_now_ends_nothing(Db db) {
        link(db, "tom", "t-1");
        long one = over(db, "t-1", "s-1");
        for (String how : List.of("FOREIGN", "HS256", "NONE")) {
            provider.sign(how);
            refused("provider.untrusted", () -> door(db).left(provider.left("t-1", "s-1")));
        }
        provider.sign("RS256");
        Map<String, Object> wrong = new HashMap<>(Map.of("iss", "https://elsewhere.example", "aud", "another", "iat", Instant.now().minusSeconds(600), "nonce", "n",
                "events", Map.of("http://schemas.openid.net/event/other", Map.of()), "exp", Instant.now().minusSeconds(120)));
        wrong.forEach((claim, value) -> {
            provider.bend(claims -> with(claims, claim, value));
            refused("provider.untrusted", () -> door(db).left(provider.left("t-1", "s-1")));
        });
        for (String claim : List.of("iss", "aud", "iat", "jti", "events", "sub")) {
            provider.bend(claims -> with(with(claims, claim, null), "sid", null));
            refused("provider.untrusted", () -> door(db).left(provider.left("t-1", "s-1")));
        }
        provider.bend(claims -> claims);
        refused("provider.untrusted", () -> door(db).left(null));
        refused("provider.untrusted", () -> door(db).left("x".repeat(20_000)));
        assertThat(holds(db, one)).containsExactly(true);
        // nor does a logout token sign anybody in
        SignIns.Begun begun = door(db).begin(null, null);
        provider.bend(claims -> with(with(claims, "nonce", null), "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        refused("provider.untrusted", () -> door(db).finish(begun.flow(), provider.signIn(begun.to(), "t-1", Map.of())));
        System.clearProperty("schulpakt.oidc.issuer");
        refused("provider.off", () -> door(db).left("x"));
    }

    @Test
    void of_one_token_by_many_at_once_one_is_taken(Db db) throws Exception {
        link(db, "tom", "t-1");
        over(db, "t-1", "s-1");
        String token = provider.left("t-1", "s-1");
        ExecutorService many = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 6).<Callable<Boolean>>mapToObj(i -> () -> {
                boolean[] taken = new boolean[1];
                db.request(() -> {
                    try {
                        door(db).left(token);
                        taken[0] = true;
                    } catch (Refused late) {
                        assertThat(late.code()).isEqualTo("provider.stale");
                        taken[0] = false;
                    }
                });
                return taken[0];
            }).toList();
            int taken = 0;
            for (var one : many.invokeAll(tries)) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void one_address_begins_so_often_and_slows_nobody_else(Db db) {
        SignIn signIn = db.get(SignIn.class);
        signIn.from("203.0.113.7");
        long refused = IntStream.range(0, 100).filter(i -> signIn.counted("signon") > 0).count();
        assertThat(refused).isBetween(30L, 40L);
        signIn.from("203.0.113.8");
        assertThat(signIn.counted("signon")).isZero();
        IntStream.range(0, 200).forEach(i -> {
            assertThat(signIn.counted("logout token")).isZero();
            signIn.uncounted("logout token");
        });
        assertThat(SignIns.Provider.REASONS).contains("provider.too_often", "provider.mail_taken");
    }

    private long over(Db db, String subject, String session) {
        SignIns.Entered entered = signIn(db, subject, session == null ? Map.of() : Map.of("sid", session));
        return db.get(Accounts.class).begin(entered.userId(), "Firefox", entered.over());
    }

    private static List<Boolean> holds(Db db, long... sessions) {
        return Arrays.stream(sessions).mapToObj(id -> db.get(SignIn.class).bySession(id)).toList();
    }

    private static List<Role> held(Db db, Accounts.NewToken token) {
        db.get(SignIn.class).byToken(token.token());
        return db.get(CurrentUser.class).account().grants().stream().map(Grant::role).toList();
    }

    private static void at(Db db, Instant moment, Runnable work) {
        db.get(Clock.class).at(moment, work);
    }

    private SignIns.Provider door(Db db) {
        return db.get(ProviderDoor.class);
    }

    private SignIns.Entered signIn(Db db, String subject, Map<String, Object> claims) {
        SignIns.Begun begun = door(db).begin(null, null);
        return door(db).finish(begun.flow(), provider.signIn(begun.to(), subject, claims));
    }

    private void link(Db db, String login, String subject) {
        link(db, login, subject, Map.of());
    }

    private void link(Db db, String login, String subject, Map<String, Object> claims) {
        as(db, login, () -> {
            SignIns.Begun begun = door(db).begin(null, db.number("select id from app_user where login = ?", login));
            assertThat(door(db).finish(begun.flow(), provider.signIn(begun.to(), subject, claims)).linked()).isTrue();
        });
    }

    private void untrusted(Db db, String claim, Object value) {
        provider.bend(claims -> with(claims, claim, value));
        refused("provider.untrusted", () -> signIn(db, "t-1", Map.of()));
    }

    private static <T> Map<String, T> with(Map<String, T> before, String name, T value) {
        Map<String, T> changed = new HashMap<>(before);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    private static void rule(Db db, String claim, String value, Role role) {
        as(db, "admin", () -> db.get(ClaimRules.class).add(new ClaimRules.Add(claim, value, new Grant(role, null, null))));
    }

    private static void choose(Db db, boolean byMail, boolean accounts) {
        as(db, "admin", () -> db.get(ClaimRules.class).choose(new ClaimRules.Choose(byMail, accounts, 12)));
    }

    private static List<String> look(Db db, String claims, String login) {
        return db.get(ProviderQueries.class).look(new ProviderQueries.Look(claims, login)).stream().map(w -> w.role() + " " + w.effect()).toList();
    }

    private static long session(Db db, long userId) {
        return db.get(Accounts.class).begin(userId, "Firefox");
    }

    private static List<String> roles(Db db, String login) {
        return db.sql("select r.role from role_assignment r join app_user u on u.id = r.user_id where u.login = ? order by r.role", login).stream()
                .map(row -> row.get("role").toString()).toList();
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
