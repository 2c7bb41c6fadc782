package de.schulpakt.identity.inspection.web;

import de.schulpakt.identity.inspection.Inspections;
import de.schulpakt.platform.step.Outcome;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps each page, file and question of the API that somebody with the role of an auditor was answered. */
public class InspectionFilter extends HttpFilter {
    private static final Logger LOG = Logger.getLogger(InspectionFilter.class.getName());
    private static final long serialVersionUID = 1L;
    private static final Set<String> OPEN = Set.of("/login.xhtml", "/password.xhtml", "/ask.xhtml", "/borrowed.xhtml", "/report.xhtml", "/help.xhtml", "/imprint.xhtml",
            "/privacy.xhtml", "/accessibility.xhtml", "/phone.xhtml", "/phone-worker.js", "/app.webmanifest");
    @Inject
    transient Inspections inspections;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if ("GET".equals(request.getMethod()) && response.getStatus() < HttpServletResponse.SC_MULTIPLE_CHOICES && !furniture(request)) {
            note(request);
        }
    }

    /** What belongs to no subject: styles, scripts, pages that everybody may see, and addresses that hold a secret. */
    private static boolean furniture(HttpServletRequest request) {
        String path = request.getServletPath();
        return OPEN.contains(path) || path.startsWith("/calendar/") || path.startsWith("/signon") || path.startsWith("/jakarta.faces.resource") || path.startsWith("/resources") || path.startsWith("/health");
    }

    private void note(HttpServletRequest request) {
        Outcome.Known known = Outcome.known();
        try {
            if (inspections.kept()) {
                String query = request.getQueryString();
                inspections.seen(request.getRequestURI().substring(request.getContextPath().length()) + (query == null ? "" : "?" + query));
            }
        } catch (RuntimeException e) {
            // the answer has been given; the person must not hear that the line is missing
            LOG.log(Level.WARNING, "an inspection was not kept", e);
        } finally {
            if (known == Outcome.Known.NOTHING) {
                // the line is no step of the person
                Outcome.forget();
            }
        }
    }
}
