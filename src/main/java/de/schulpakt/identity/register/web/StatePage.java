package de.schulpakt.identity.register.web;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.TextsBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.time.Instant;
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
    private final List<Part> parts = new ArrayList<>();

    /** What one part of the system answers. */
    public record Part(String name, boolean up, Map<String, String> details) {
    }

    /** Asks every part once. */
    public void load() {
        act.show(() -> {
            guard.require(USER_ADMIN);
            for (HealthCheck check : checks) {
                HealthCheckResponse answer = check.call();
                Map<String, String> details = new TreeMap<>();
                answer.getData().ifPresent(data -> data.forEach((key, value) -> details.put(key, String.valueOf(value))));
                parts.add(new Part(answer.getName(), answer.getStatus() == HealthCheckResponse.Status.UP, details));
            }
            parts.sort(Comparator.comparing(Part::name));
        });
    }

    public List<Part> getParts() {
        return parts;
    }

    /** The word for a part or one of its details; what has none is called as its check calls it. */
    public String word(String name) {
        String key = "state." + name;
        return texts.containsKey(key) ? texts.get(key) : name;
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
