package de.schulpakt.platform.front.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/**
 * The address under which people reach this installation, setting {@code schulpakt.base.url}. One on this machine, as the
 * default is, says nothing about names: then any host is answered.
 */
@ApplicationScoped
public class BaseUrl {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private URI uri = URI.create("http://localhost");
    private String transport = "max-age=31536000";

    protected BaseUrl() {
    }

    @Inject
    BaseUrl(Config config) {
        this(config.getOptionalValue("schulpakt.base.url", String.class).orElse("http://localhost"));
        if (config.getOptionalValue("schulpakt.hsts.subdomains", Boolean.class).orElse(false)) {
            transport += "; includeSubDomains";
        }
    }

    /** What browsers are to remember of TLS here: for a year, of all names below this one too if setting {@code schulpakt.hsts.subdomains} says so. */
    public String strictTransport() {
        return transport;
    }

    BaseUrl(String address) {
        uri = URI.create(address.strip().replaceAll("/+$", ""));
    }

    /** True if people come over TLS, which ends in front of us. */
    public boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** {@code http} or {@code https}. */
    public String scheme() {
        return secure() ? "https" : "http";
    }

    /** Host in small letters. */
    public String host() {
        return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    }

    /** Port, also where the address leaves it out. */
    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : secure() ? HTTPS : HTTP;
    }

    /** True if it names a host that people use, so that other names are foreign. */
    public boolean configured() {
        return !LOCAL.contains(host());
    }

    /** True if the header {@code Host} names this installation; a local name is for its operators. */
    public boolean names(String header) {
        if (!configured()) {
            return header != null;
        }
        String asked = header == null ? "" : header.toLowerCase(Locale.ROOT);
        String name = asked.replaceFirst(":\\d{1,5}$", "");
        return LOCAL.contains(name) || asked.equals(host() + ":" + port())
                || asked.equals(host()) && (port() == HTTP && !secure() || port() == HTTPS && secure());
    }

    /** True if the header {@code Origin} is this installation, seen by somebody who called it by that host. */
    public boolean isOrigin(String origin, String hostHeader) {
        if (configured() && !LOCAL.contains(String.valueOf(hostHeader).replaceFirst(":\\d{1,5}$", ""))) {
            String own = scheme() + "://" + host();
            return origin.equalsIgnoreCase(own + ":" + port()) || origin.equalsIgnoreCase(own) && port() == (secure() ? HTTPS : HTTP);
        }
        return origin.replaceFirst("^https?://", "").equalsIgnoreCase(hostHeader);
    }
}
