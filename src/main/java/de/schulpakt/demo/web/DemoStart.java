package de.schulpakt.demo.web;

import de.schulpakt.demo.DemoStory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Loads the demo at the start of an installation that is configured as one, once. */
@WebListener
public class DemoStart implements ServletContextListener {
    @Inject
    DemoStory story;
    @Inject
    RequestContextController request;
    @Inject
    @ConfigProperty(name = "schulpakt.demo", defaultValue = "false")
    boolean on;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (!on) {
            return;
        }
        boolean mine = request.activate();
        try {
            story.tell();
        } finally {
            if (mine) {
                request.deactivate();
            }
        }
    }
}
