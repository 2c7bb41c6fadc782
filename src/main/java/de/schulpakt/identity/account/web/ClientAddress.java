package de.schulpakt.identity.account.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network address of who sends a request. Behind a reverse proxy that is what the proxy says in X-Forwarded-For, but only
 * if the request really comes from a proxy named in {@code SCHULPAKT_PROXY_ADDRESSES}; anybody else could write anything there.
 */
@ApplicationScoped
public class ClientAddress {
    @Inject
    @ConfigProperty(name = "schulpakt.proxy.addresses")
    Optional<String> proxies;

    /** The address as text. */
    public String of(HttpServletRequest request) {
        String near = request.getRemoteAddr();
        String far = request.getHeader("X-Forwarded-For");
        boolean proxy = far != null && proxies.isPresent()
                && Arrays.stream(proxies.get().split("[,\\s]+")).anyMatch(known -> known.equals(near));
        return proxy ? far.substring(far.lastIndexOf(',') + 1).strip() : near;
    }
}
