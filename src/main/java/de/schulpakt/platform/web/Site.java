package de.schulpakt.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.eclipse.microprofile.config.Config;

/** What the footer says about this installation. */
@Named
@ApplicationScoped
public class Site {

    private String version;
    private String contact;

    protected Site() {
    }

    @Inject
    Site(ServletContext servlets, Config config) throws IOException {
        version = read(servlets);
        contact = config.getOptionalValue("schulpakt.contact", String.class).orElse("");
    }

    /** Version of the WAR; empty when it was not packed by the build. */
    public String getVersion() {
        return version;
    }

    /** Mail address for feedback on barriers, setting {@code schulpakt.contact}; may be empty. */
    public String getContact() {
        return contact;
    }

    private static String read(ServletContext servlets) throws IOException {
        try (InputStream in = servlets.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String value = in == null ? null
                : new Manifest(in).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return value == null ? "" : value;
        }
    }
}
