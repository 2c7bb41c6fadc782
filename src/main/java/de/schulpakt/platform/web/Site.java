package de.schulpakt.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.eclipse.microprofile.config.Config;

/** What the footer says about this installation. */
@Named
@ApplicationScoped
public class Site {

    private String version;
    private String contact;
    private String operator;
    private List<String> imprint = List.of();
    private List<String> privacy = List.of();

    protected Site() {
    }

    @Inject
    Site(ServletContext servlets, Config config) throws IOException {
        version = read(servlets);
        contact = config.getOptionalValue("schulpakt.contact", String.class).orElse("");
        operator = config.getOptionalValue("schulpakt.operator", String.class).orElse("");
        imprint = paragraphs(config, "schulpakt.imprint");
        privacy = paragraphs(config, "schulpakt.privacy");
    }

    /** Version of the WAR; empty when it was not packed by the build. */
    public String getVersion() {
        return version;
    }

    /** Mail address for feedback on barriers, setting {@code schulpakt.contact}; may be empty. */
    public String getContact() {
        return contact;
    }

    /** Who operates this installation, setting {@code schulpakt.operator}; may be empty. */
    public String getOperator() {
        return operator;
    }

    /** Lines of the imprint, setting {@code schulpakt.imprint}, parted by |; empty as long as nobody has filled them in. */
    public List<String> getImprint() {
        return imprint;
    }

    /** What the operator adds about data protection, setting {@code schulpakt.privacy}, parted by |; may be empty. */
    public List<String> getPrivacy() {
        return privacy;
    }

    private static List<String> paragraphs(Config config, String setting) {
        return config.getOptionalValue(setting, String.class).stream().flatMap(text -> Arrays.stream(text.split("\\|")))
                .map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String read(ServletContext servlets) throws IOException {
        try (InputStream in = servlets.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String value = in == null ? null
                : new Manifest(in).getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return value == null ? "" : value;
        }
    }
}
