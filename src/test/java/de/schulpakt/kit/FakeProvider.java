package de.schulpakt.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A small identity provider on this machine: real HTTP, tokens that are really signed, and every fault on demand. */
public final class FakeProvider implements AutoCloseable {
    /** What this installation is called there, and its secret. */
    public static final String CLIENT = "schulpakt-test";
    public static final String SECRET = "secret+with/signs";
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int NO = 401;
    private final HttpServer server;
    private final Map<String, Given> codes = new ConcurrentHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private RSAKey key = newKey();
    private UnaryOperator<Map<String, Object>> bend = UnaryOperator.identity();
    private UnaryOperator<Map<String, Object>> says = UnaryOperator.identity();
    private Function<URI, Map<String, String>> browser = address -> Map.of("error", "access_denied");
    private String signature = "RS256";
    private int status = OK;

    private record Given(Map<String, Object> claims, String challenge, String nonce, String back) {
    }

    /** Starts it on a free port. */
    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its name, as it says it. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** A person has signed in at the address to which the browser was sent, and is sent back with this. */
    public Map<String, String> signIn(URI address, String subject, Map<String, Object> claims) {
        Map<String, String> question = parameters(address.getRawQuery());
        String code = UUID.randomUUID().toString();
        Map<String, Object> said = new HashMap<>(claims);
        said.put("sub", subject);
        codes.put(code, new Given(said, question.get("code_challenge"), question.get("nonce"), question.get("redirect_uri")));
        return new TreeMap<>(Map.of("code", code, "state", question.get("state"), "iss", issuer()));
    }

    /** Whoever comes with a browser is this person from now on. */
    public void person(String subject, Map<String, Object> claims) {
        browser = address -> signIn(address, subject, claims);
    }

    /** From now on the claims of tokens are changed before they are signed. */
    public void bend(UnaryOperator<Map<String, Object>> how) {
        bend = how;
    }

    /** From now on it says something else of itself. */
    public void says(UnaryOperator<Map<String, Object>> how) {
        says = how;
    }

    /** How tokens are signed: RS256, FOREIGN by a key that it does not publish, HS256 with the client's secret, or NONE. */
    public void sign(String how) {
        signature = how;
    }

    /** Another key from now on, under another name. */
    public void renewKey() {
        key = newKey();
    }

    /** The status of every answer from now on. */
    public void fail(int newStatus) {
        status = newStatus;
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (status != OK) {
                send(exchange, status, Map.of("error", "server_error"));
            } else if (path.equals("/realm/.well-known/openid-configuration")) {
                send(exchange, OK, says.apply(new TreeMap<>(Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/auth", "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/keys", "end_session_endpoint", issuer() + "/logout", "authorization_response_iss_parameter_supported", true))));
            } else if (path.equals("/realm/keys")) {
                send(exchange, OK, new JWKSet(key.toPublicJWK()).toJSONObject());
            } else if (path.equals("/realm/auth")) {
                Map<String, String> question = parameters(exchange.getRequestURI().getRawQuery());
                Map<String, String> back = new TreeMap<>(browser.apply(exchange.getRequestURI()));
                back.putIfAbsent("state", question.get("state"));
                back.putIfAbsent("iss", issuer());
                exchange.getResponseHeaders().set("Location", question.get("redirect_uri") + "?" + back.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8)).collect(Collectors.joining("&")));
                exchange.sendResponseHeaders(302, -1);
            } else if (path.equals("/realm/logout")) {
                send(exchange, OK, Map.of("left", true));
            } else if (path.equals("/realm/token")) {
                token(exchange, parameters(body));
            } else {
                send(exchange, 404, Map.of());
            }
        }
    }

    /** What it sends when somebody has left it: of this person, this session, or both. */
    public String left(String subject, String session) {
        Map<String, Object> claims = new HashMap<>(Map.of("iss", issuer(), "aud", CLIENT, "iat", Instant.now(), "exp", Instant.now().plusSeconds(120), "jti",
                UUID.randomUUID().toString(), "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));
        if (subject != null) {
            claims.put("sub", subject);
        }
        if (session != null) {
            claims.put("sid", session);
        }
        return signed(bend.apply(claims));
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, UTF_8)).getBytes(UTF_8));
        if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, NO, Map.of("error", "invalid_client"));
            return;
        }
        Given given = codes.remove(String.valueOf(form.get("code")));
        if (given == null || !given.challenge().equals(challenge(form.get("code_verifier"))) || !given.back().equals(form.get("redirect_uri"))) {
            send(exchange, BAD, Map.of("error", "invalid_grant"));
            return;
        }
        Map<String, Object> claims = new HashMap<>(given.claims());
        claims.putAll(Map.of("iss", issuer(), "aud", CLIENT, "nonce", given.nonce(), "iat", Instant.now(), "exp", Instant.now().plusSeconds(300)));
        send(exchange, OK, Map.of("access_token", "x", "token_type", "Bearer", "id_token", signed(bend.apply(claims))));
    }

    private String signed(Map<String, Object> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach((name, value) -> set.claim(name, value instanceof Instant at ? Date.from(at) : value));
        try {
            if ("NONE".equals(signature)) {
                return new PlainJWT(set.build()).serialize();
            }
            SignedJWT token = new SignedJWT(new JWSHeader.Builder("HS256".equals(signature) ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set.build());
            token.sign("HS256".equals(signature) ? new MACSigner((SECRET + SECRET + SECRET).getBytes(UTF_8))
                    : new RSASSASigner("FOREIGN".equals(signature) ? newKey() : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(String.valueOf(verifier).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int code, Map<String, Object> answer) throws IOException {
        byte[] bytes = JSONObjectUtils.toJSONString(answer).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The parameters of an address or a form. */
    public static Map<String, String> parameters(String query) {
        Map<String, String> found = new TreeMap<>();
        Arrays.stream(query.split("&")).forEach(part -> found.put(part.replaceFirst("=.*", ""), URLDecoder.decode(part.replaceFirst("^[^=]*=?", ""), UTF_8)));
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
