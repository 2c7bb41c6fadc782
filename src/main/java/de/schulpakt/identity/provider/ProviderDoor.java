package de.schulpakt.identity.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The way over the provider and back. It stands outside transactions: the provider may be slow. */
@ApplicationScoped
public class ProviderDoor implements SignIns.Provider {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final int LONGEST_SUBJECT = 255;
    private static final SecureRandom RANDOM = new SecureRandom();
    @Inject
    ProviderClient client;
    @Inject
    ProviderAccounts accounts;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    SecurityLog log;

    @Override
    public boolean on() {
        return ProviderSettings.read().on();
    }

    @Override
    public String name() {
        return ProviderSettings.read().name();
    }

    @Override
    public boolean away() {
        return client.away();
    }

    @Override
    public SignIns.Begun begin(String next, Long linkTo) {
        ProviderSettings settings = settings();
        client.inTime();
        ProviderClient.Metadata metadata = client.metadata(settings);
        SignIns.Trip flow = new SignIns.Trip(secret(), secret(), secret(), next, linkTo, clock.now());
        Map<String, String> asked = new TreeMap<>(Map.of("response_type", "code", "client_id", settings.client(), "redirect_uri", settings.back(),
                "scope", settings.scope(), "state", flow.state(), "nonce", flow.nonce(), "code_challenge", challenge(flow.verifier()),
                "code_challenge_method", "S256"));
        String address = metadata.authorization().toString();
        return new SignIns.Begun(URI.create(address + (address.contains("?") ? "&" : "?") + ProviderClient.query(asked)), flow);
    }

    @Override
    public SignIns.Entered finish(SignIns.Trip flow, Map<String, String> answer) {
        ProviderClaims claims;
        try {
            claims = claims(flow, answer);
        } catch (Refused why) {
            // anybody can send what is none
            log.writeSparely(SecurityLog.SecurityKind.SIGN_IN_REFUSED, current.id(), null, said(why));
            throw why;
        }
        try {
            if (flow.linkTo() != null) {
                accounts.link(flow.linkTo(), claims);
                return new SignIns.Entered(flow.linkTo(), false, true, null);
            }
            return new SignIns.Entered(accounts.enter(claims), claims.proves(settings().factor()), false,
                    new SignIns.Over(claims.hash(), claims.hash("sid"), accounts.until()));
        } catch (Refused why) {
            log.write(SecurityLog.SecurityKind.SIGN_IN_REFUSED, current.id(), claims.text("preferred_username"), said(why));
            throw why;
        }
    }

    @Override
    public void left(String logoutToken) {
        ProviderSettings settings = settings();
        Instant now = clock.now();
        try {
            accounts.left(client.left(settings, logoutToken), now.plus(ProviderClient.LEFT_FRESH.multipliedBy(2)));
        } catch (Refused why) {
            log.writeSparely(SecurityLog.SecurityKind.SIGN_IN_REFUSED, null, null, Sentence.of("said.logout_token"), said(why));
            throw why;
        }
    }

    private static Sentence said(Refused why) {
        return Sentence.of("said.provider_refused", Sentence.of(why.code()));
    }

    private ProviderClaims claims(SignIns.Trip flow, Map<String, String> answer) {
        ProviderSettings settings = settings();
        if (flow == null || !same(flow.state(), answer.get("state")) || clock.now().isAfter(flow.begunAt().plus(LONGEST))) {
            throw new Refused("provider.stale");
        }
        String issuer = answer.get("iss");
        if (issuer == null ? client.metadata(settings).namesItself() : !issuer.equals(settings.issuer())) {
            // RFC 9207: the answer of another provider must not reach this one
            throw new Refused("provider.untrusted");
        }
        if (answer.get("error") != null) {
            throw new Refused("provider.declined");
        }
        if (answer.get("code") == null) {
            throw new Refused("provider.stale");
        }
        ProviderClaims claims = client.claims(settings, answer.get("code"), flow.verifier(), flow.nonce());
        if (claims.subject().isEmpty() || claims.subject().length() > LONGEST_SUBJECT) {
            throw new Refused("provider.untrusted");
        }
        return claims;
    }

    @Override
    public URI farewell() {
        ProviderSettings settings = ProviderSettings.read();
        URI end = settings.on() ? client.farewell() : null;
        return end == null ? null : URI.create(end + (end.getQuery() == null ? "?" : "&") + ProviderClient.query(new TreeMap<>(Map.of("client_id",
                settings.client(), "post_logout_redirect_uri", settings.base() + "/login.xhtml"))));
    }

    private static ProviderSettings settings() {
        ProviderSettings settings = ProviderSettings.read();
        if (!settings.on()) {
            throw new Refused("provider.off");
        }
        return settings;
    }

    private static boolean same(String kept, String sent) {
        return sent != null && MessageDigest.isEqual(kept.getBytes(US_ASCII), sent.getBytes(US_ASCII));
    }

    private static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** RFC 7636. */
    static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier));
    }
}
