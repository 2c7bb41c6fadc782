package de.schulpakt.identity.provider;

import com.nimbusds.jose.util.JSONObjectUtils;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import java.text.ParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the provider says of a person, as a judged token holds it. */
record ProviderClaims(Map<String, Object> all) {
    private static final int LARGEST = 20_000;

    /**
     * As somebody types them to see what they would give.
     *
     * @throws Refused {@code provider.claims} if it is no JSON object
     */
    static ProviderClaims typed(String text) {
        try {
            return new ProviderClaims(JSONObjectUtils.parse(text, LARGEST));
        } catch (ParseException | IllegalArgumentException e) {
            throw new Refused("provider.claims");
        }
    }

    /** One text; null where there is none. */
    String text(String name) {
        return all.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    String issuer() {
        return text("iss");
    }

    /** As it stands there: blanks count. */
    String subject() {
        return (String) all.get("sub");
    }

    /** Issuer and subject as one, whose case counts. */
    String hash() {
        return Sha256.hex(issuer() + "\n" + subject());
    }

    /** Issuer and another text as one; null where there is none. */
    String hash(String name) {
        return all.get(name) instanceof String text && !text.isEmpty() ? Sha256.hex(issuer() + "\n" + text) : null;
    }

    /** The mail address, if the provider has verified it. */
    String verifiedMail() {
        return Boolean.TRUE.equals(all.get("email_verified")) ? text("email") : null;
    }

    /** The values of a claim; a name with dots that is none itself leads into objects. */
    Set<String> values(String name) {
        Object found = all.get(name);
        if (found == null) {
            Object at = all;
            for (String part : name.split("\\.")) {
                at = at instanceof Map<?, ?> object ? object.get(part) : null;
            }
            found = at;
        }
        if (found instanceof Collection<?> many) {
            return many.stream().filter(ProviderClaims::plain).map(String::valueOf).collect(Collectors.toSet());
        }
        return plain(found) ? Set.of(String.valueOf(found)) : Set.of();
    }

    private static boolean plain(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Number;
    }

    /** True if the provider has asked for one of these. */
    boolean proves(Set<String> factor) {
        return values("amr").stream().anyMatch(factor::contains) || values("acr").stream().anyMatch(factor::contains);
    }
}
