package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.platform.step.Outcome;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes a line into the security log when somebody who is signed in was refused what the own roles do not allow (403). */
public class RefusalFilter extends HttpFilter {
    private static final Logger LOG = Logger.getLogger(RefusalFilter.class.getName());
    private static final long serialVersionUID = 1L;
    @Inject
    transient CurrentUser current;
    @Inject
    transient SecurityLog log;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN && current.signedIn()) {
            note(request);
        }
    }

    private void note(HttpServletRequest request) {
        Outcome.Known known = Outcome.known();
        try {
            log.writeSparely(SecurityLog.SecurityKind.PERMISSION_REFUSED, current.id(), current.login(),
                    Sentence.of("said.asked", request.getMethod(), request.getRequestURI()));
        } catch (RuntimeException e) {
            // the answer has been given; the person must not hear that the line is missing
            LOG.log(Level.WARNING, "a refusal was not written to the security log", e);
        } finally {
            if (known == Outcome.Known.NOTHING) {
                // the line is no step of the person
                Outcome.forget();
            }
        }
    }
}
