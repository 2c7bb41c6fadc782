package de.schulpakt.identity.provider;

import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Setting;
import java.net.URI;
import java.util.Set;

/**
 * The identity provider, from {@code SCHULPAKT_OIDC_...}.
 *
 * @param issuer null where there is none
 * @param secret null for a client that has none: PKCE protects it alone
 * @param name   what people call it
 * @param factor values of {@code amr} or {@code acr} that stand for a second factor
 * @param base   the address under which people reach this installation
 */
record ProviderSettings(String issuer, String client, String secret, String name, String scope, Set<String> factor, String base) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** As the operator has set them; read anew each time. */
    static ProviderSettings read() {
        String factor = Setting.text("schulpakt.oidc.factor", "");
        return new ProviderSettings(Setting.text("schulpakt.oidc.issuer"), Setting.text("schulpakt.oidc.client", "schulpakt"), Setting.text("schulpakt.oidc.secret"),
                Setting.text("schulpakt.oidc.name", "OpenID Connect"), Setting.text("schulpakt.oidc.scope", "openid profile email"),
                factor.isEmpty() ? Set.of() : Set.of(factor.split("[,\\s]+")), Setting.text("schulpakt.base.url", "http://localhost:8080").replaceAll("/+$", ""));
    }

    boolean on() {
        return issuer != null;
    }

    /** Where the provider sends people back to. */
    String back() {
        return base + "/signon/back";
    }

    /**
     * An address of the provider: over TLS, or on this machine.
     *
     * @throws Refused {@code provider.away} for any other
     */
    static URI address(String text) {
        try {
            URI uri = URI.create(String.valueOf(text));
            if ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()) && LOCAL.contains(String.valueOf(uri.getHost()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("provider.away");
        }
        throw new Refused("provider.away");
    }
}
