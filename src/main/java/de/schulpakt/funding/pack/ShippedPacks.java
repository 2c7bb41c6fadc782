package de.schulpakt.funding.pack;

import de.schulpakt.platform.NotFound;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packs that come with the program. */
final class ShippedPacks {
    /** Their names, in the order in which they are offered. */
    static final List<String> NAMES = List.of("rp-digitalpakt-1", "rp-digitalpakt-2", "rp-digitalpakt-3", "rp-digitalpakt-4",
            "digitalpakt-2-0", "sn-digitalpakt-1", "sn-digitalpakt-3", "sn-digitalpakt-4");

    private ShippedPacks() {
    }

    /** @throws NotFound if there is none of that name */
    static String read(String name) {
        if (!NAMES.contains(name)) {
            throw new NotFound("RulePack", name);
        }
        try (InputStream in = ShippedPacks.class.getResourceAsStream(name + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
