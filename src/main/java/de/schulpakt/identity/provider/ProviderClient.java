package de.schulpakt.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Speaks with the provider: what it says of itself, a code for a token, and whether that token is to be believed. */
@ApplicationScoped
class ProviderClient {
    private static final Logger LOG = Logger.getLogger(ProviderClient.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SAID_AWAY = Duration.ofMinutes(1);
    /** After a failure nobody waits for the provider again before that. */
    private static final Duration OPEN = Duration.ofSeconds(15);
    /** A logout token is taken so long after it was made. */
    static final Duration LEFT_FRESH = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final String LEFT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int AT_ONCE = 16;
    private static final int LARGEST = 256 * 1024;
    private static final int LARGEST_TOKEN = 16 * 1024;
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int FAULT = 500;
    /** Public keys only: whoever knows the client's secret must not be able to sign. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384,
            JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    @Inject
    Clock clock;
    private volatile HttpClient http;
    private volatile Metadata known;
    private volatile Away last;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Since when which provider is away. */
    private record Away(String issuer, Instant since) {
        boolean within(Duration time, Instant now) {
            return now.isBefore(since.plus(time)) && issuer.equals(ProviderSettings.read().issuer());
        }
    }

    /** What the provider says of itself, and its keys. */
    record Metadata(String issuer, URI authorization, URI token, URI farewell, boolean namesItself, boolean basic, JWKSource<SecurityContext> keys, Instant readAt) {
    }

    /** True if it could not be reached within the last minute. */
    boolean away() {
        Away now = last;
        return now != null && now.within(SAID_AWAY, clock.now());
    }

    /** Where one leaves the provider, if that is known; nobody is asked. */
    URI farewell() {
        Metadata metadata = known;
        return metadata == null ? null : metadata.farewell();
    }

    /**
     * Asks the provider what it is, once an hour.
     *
     * @throws Refused {@code provider.away} if it cannot be reached or answers for another, at once if it could not some seconds ago
     */
    Metadata metadata(ProviderSettings settings) {
        Metadata kept = known;
        if (kept != null && kept.issuer().equals(settings.issuer()) && clock.now().isBefore(kept.readAt().plus(KEPT))) {
            return kept;
        }
        inTime();
        try {
            Map<String, Object> said = JSONObjectUtils.parse(get(address(settings.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration")));
            if (!settings.issuer().equals(said.get("issuer"))) {
                throw away("answers for " + said.get("issuer"), null);
            }
            Object ways = said.get("token_endpoint_auth_methods_supported");
            URI keys = address(JSONObjectUtils.getString(said, "jwks_uri"));
            Metadata read = new Metadata(settings.issuer(), address(JSONObjectUtils.getString(said, "authorization_endpoint")),
                    address(JSONObjectUtils.getString(said, "token_endpoint")),
                    said.get("end_session_endpoint") == null ? null : address(JSONObjectUtils.getString(said, "end_session_endpoint")),
                    Boolean.TRUE.equals(said.get("authorization_response_iss_parameter_supported")),
                    !(ways instanceof List<?> list) || list.contains("client_secret_basic"),
                    JWKSourceBuilder.create(keys.toURL(), url -> new Resource(get(URI.create(url.toString())), "application/json"))
                            .refreshAheadCache(false).build(), clock.now());
            known = read;
            last = null;
            return read;
        } catch (IOException | ParseException e) {
            throw away("says nothing that can be read of itself", e);
        }
    }

    /**
     * Gives the code and gets what the provider says of the person.
     *
     * @throws Refused {@code provider.stale} for a code that is good no longer, {@code provider.untrusted} for a token that is not to be
     *                 believed, {@code provider.away}
     */
    ProviderClaims claims(ProviderSettings settings, String code, String verifier, String nonce) {
        Metadata metadata = metadata(settings);
        inTime();
        Map<String, String> form = new TreeMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", settings.back(),
                "code_verifier", verifier, "client_id", settings.client()));
        HttpRequest.Builder request = HttpRequest.newBuilder(metadata.token()).timeout(ANSWER).header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (settings.secret() != null && metadata.basic()) {
            String both = encoded(settings.client()) + ":" + encoded(settings.secret());
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        } else if (settings.secret() != null) {
            form.put("client_secret", settings.secret());
        }
        try {
            Answer answer = send(request.POST(HttpRequest.BodyPublishers.ofString(query(form))).build());
            if (answer.status() >= FAULT) {
                throw away("answers " + answer.status(), null);
            }
            if (answer.status() == BAD) {
                LOG.log(Level.INFO, "the identity provider takes a code no longer");
                throw new Refused("provider.stale");
            }
            if (answer.status() != OK) {
                throw untrusted("the identity provider refuses this client with " + answer.status(), null);
            }
            String token = JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "id_token");
            if (token == null) {
                throw untrusted("the answer of the identity provider has no id_token", null);
            }
            last = null;
            return judged(settings, metadata, token, nonce);
        } catch (IOException e) {
            throw away("does not answer", e);
        } catch (ParseException e) {
            throw untrusted("the answer of the identity provider cannot be read", e);
        }
    }

    /**
     * What a logout token says (OpenID Connect Back-Channel Logout 1.0): the session there, the person, or both.
     *
     * @throws Refused {@code provider.untrusted} for one that is not to be believed, {@code provider.away}
     */
    ProviderClaims left(ProviderSettings settings, String token) {
        if (token == null || token.length() > LARGEST_TOKEN) {
            throw untrusted("there is no logout token", null);
        }
        Metadata metadata = metadata(settings);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, metadata.keys()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<SecurityContext>(Collections.singleton(settings.client()), new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("iat", "jti", "events", "aud"), Set.of("nonce")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.now());
            }
        });
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Instant made = claims.getIssueTime().toInstant();
            boolean fresh = made.isAfter(clock.now().minus(LEFT_FRESH)) && made.isBefore(clock.now().plus(SKEW));
            ProviderClaims said = new ProviderClaims(claims.getClaims());
            boolean event = claims.getClaim("events") instanceof Map<?, ?> events && events.get(LEFT_EVENT) instanceof Map<?, ?>;
            if (!fresh || !event || said.hash("jti") == null || said.hash("sub") == null && said.hash("sid") == null) {
                throw untrusted("a logout token is too old or says nothing", null);
            }
            return said;
        } catch (KeySourceException e) {
            throw away("does not give its keys", e);
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            throw untrusted("a logout token is not to be believed", e);
        }
    }

    private ProviderClaims judged(ProviderSettings settings, Metadata metadata, String token, String nonce) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNED, metadata.keys()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(settings.client(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).claim("nonce", nonce).build(), Set.of("sub", "iat", "exp", "aud")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.now());
            }
        });
        try {
            JWTClaimsSet claims = processor.process(token, null);
            String party = claims.getStringClaim("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(settings.client())) {
                throw untrusted("the token was made for another client", null);
            }
            return new ProviderClaims(claims.getClaims());
        } catch (KeySourceException e) {
            throw away("does not give its keys", e);
        } catch (BadJOSEException | JOSEException | ParseException | IllegalArgumentException e) {
            throw untrusted("the token of the identity provider is not to be believed", e);
        }
    }

    /** Whoever comes while it is away is told at once instead of waiting with all the others. */
    void inTime() {
        Away now = last;
        if (now != null && now.within(OPEN, clock.now())) {
            throw new Refused("provider.away");
        }
    }

    /** An address that the provider names; one that nobody may be sent to is as if it were away. */
    private URI address(String text) {
        try {
            return ProviderSettings.address(text);
        } catch (Refused e) {
            throw away("names an address that nobody may be sent to", e);
        }
    }

    private Refused away(String why, Exception cause) {
        last = new Away(String.valueOf(ProviderSettings.read().issuer()), clock.now());
        LOG.log(Level.WARNING, cause, () -> "the identity provider " + why);
        return new Refused("provider.away");
    }

    private static Refused untrusted(String why, Exception cause) {
        LOG.log(Level.WARNING, cause, () -> why);
        return new Refused("provider.untrusted");
    }

    private String get(URI address) throws IOException {
        Answer answer = send(HttpRequest.newBuilder(address).timeout(ANSWER).header("Accept", "application/json").GET().build());
        if (answer.status() != OK) {
            throw new IOException("answered " + answer.status());
        }
        return answer.body();
    }

    private record Answer(int status, String body) {
    }

    private Answer send(HttpRequest request) throws IOException {
        if (http == null) {
            http = HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER).build();
        }
        try {
            if (!places.tryAcquire(CONNECT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refused("provider.away");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new IOException("answered too much");
                }
                return new Answer(answer.statusCode(), new String(bytes, UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            places.release();
        }
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
