package de.schulpakt.platform.health.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready means that the database answers: {@code GET /health/ready}. It asks on connections of its own, so that it answers
 * when all others are waiting.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

    private static final int SECONDS = 2;

    /** Set by the launcher, which has a watch of its own. */
    private static final String AWAY = "schulpakt.database.away";

    @Resource(lookup = "jdbc/schulpakt-health")
    DataSource source;

    @Override
    public HealthCheckResponse call() {
        if (Boolean.getBoolean(AWAY)) {
            return HealthCheckResponse.named("database").down().build();
        }
        try (Connection connection = source.getConnection()) {
            return HealthCheckResponse.named("database").status(connection.isValid(SECONDS)).build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("database").down().build();
        }
    }
}
