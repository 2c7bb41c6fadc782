package de.schulpakt.platform.job.web;

import de.schulpakt.platform.job.JobEngine;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import javax.sql.DataSource;

/**
 * Begins with the work in the background when the application has begun. Its threads are made by the server as of that moment:
 * one that is made within a request inherits the entity manager of that request, which is closed when the request ends.
 */
@ApplicationScoped
public class JobStarter {
    @Resource(lookup = "jdbc/schulpakt")
    DataSource source;
    @Resource
    ManagedThreadFactory factory;
    @Inject
    JobEngine engine;

    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        engine.start(source, factory);
    }

    void end(@Observes @BeforeDestroyed(ApplicationScoped.class) ServletContext context) {
        engine.stop();
    }
}
