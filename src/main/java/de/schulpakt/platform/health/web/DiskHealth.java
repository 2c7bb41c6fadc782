package de.schulpakt.platform.health.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Free space where logs, temporary files and the embedded database stand; DOWN before the last of it is gone. */
@Readiness
@ApplicationScoped
public class DiskHealth implements HealthCheck {
    private static final long LEAST_MB = 100;

    @Override
    public HealthCheckResponse call() {
        Path folder = Path.of(System.getProperty("schulpakt.disk", System.getProperty("java.io.tmpdir")));
        try {
            long free = Files.getFileStore(folder).getUsableSpace() >> 20;
            return HealthCheckResponse.named("disk").status(free >= LEAST_MB).withData("freeMb", free).build();
        } catch (IOException e) {
            return HealthCheckResponse.named("disk").down().withData("failure", "the folder cannot be read").build();
        }
    }
}
