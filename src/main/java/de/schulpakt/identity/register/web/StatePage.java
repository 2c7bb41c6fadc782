package de.schulpakt.identity.register.web;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.TextsBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the system is, in words, for administrators: the same questions that {@code GET /health/ready} asks for machines. */
@Named
@RequestScoped
public class StatePage {
    private static final long MEGABYTE = 1024L * 1024;

    @Inject
    @Readiness
    Instance<HealthCheck> checks;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Act act;
    @Inject
    TextsBean texts;
    @Inject
    Formats formats;
    private final List<Part> parts = new ArrayList<>();

    /** What one part of the system answers. */
    public record Part(String name, boolean up, Map<String, String> details) {
    }

    /** Asks every part once. */
    public void load() {
        act.show(() -> {
            guard.require(USER_ADMIN);
            if (!parts.isEmpty()) {
                return;
            }
            for (HealthCheck check : checks) {
                HealthCheckResponse answer = check.call();
                Map<String, String> details = new TreeMap<>();
                answer.getData().ifPresent(data -> data.forEach((key, value) -> details.put(key, String.valueOf(value))));
                parts.add(new Part(answer.getName(), answer.getStatus() == HealthCheckResponse.Status.UP, details));
            }
            parts.sort(Comparator.comparing(Part::name));
        });
    }

    /** True if every part is well. */
    public boolean isWell() {
        load();
        return parts.stream().allMatch(Part::up);
    }

    /** What a part says of itself: numbers, moments and known words as people read them, all else as its check says it. */
    public String value(String said) {
        if (said.matches("\\d{1,18}")) {
            return formats.number(Long.valueOf(said));
        }
        try {
            return formats.instant(Instant.parse(said));
        } catch (DateTimeParseException e) {
            return word(said.replace(' ', '_'), said);
        }
    }

    public List<Part> getParts() {
        return parts;
    }

    /** The word for a part or one of its details; what has none is called as its check calls it. */
    public String word(String name) {
        return word(name, name);
    }

    private String word(String name, String otherwise) {
        String key = "state." + name;
        return texts.containsKey(key) ? texts.get(key) : otherwise;
    }

    public Instant getAt() {
        return clock.now();
    }

    public String getJava() {
        return System.getProperty("java.vendor", "") + " " + System.getProperty("java.version", "");
    }

    /** Memory in use. */
    public long getUsedMegabytes() {
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGABYTE;
    }

    /** Memory that may be used. */
    public long getMostMegabytes() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    /** When the program was started. */
    public Instant getSince() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
