package de.schulpakt.platform.front.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;

/** Where people come over TLS, the cookie with the server's session id goes over TLS only, set by this host alone. */
@WebListener
public class SessionId implements ServletContextListener {
    @Inject
    BaseUrl base;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (base.secure()) {
            SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
            cookie.setName("__Host-JSESSIONID");
            cookie.setSecure(true);
            cookie.setPath("/");
        }
    }
}
