package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.Users;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first administrator of a new installation from SCHULPAKT_ADMIN_LOGIN and SCHULPAKT_ADMIN_PASSWORD. The demo has
 * accounts of its own.
 */
@WebListener
public class FirstAdministrator implements ServletContextListener {
    @Inject
    Users users;
    @Inject
    RequestContextController request;
    @Inject
    @ConfigProperty(name = "schulpakt.admin.login")
    Optional<String> login;
    @Inject
    @ConfigProperty(name = "schulpakt.admin.password")
    Optional<String> password;
    @Inject
    @ConfigProperty(name = "schulpakt.demo", defaultValue = "false")
    boolean demo;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (login.isEmpty() || demo) {
            return;
        }
        boolean mine = request.activate();
        try {
            users.createFirstAdministrator(login.get(), password.orElse(null));
        } finally {
            if (mine) {
                request.deactivate();
            }
        }
    }
}
