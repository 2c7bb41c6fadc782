package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The way over an identity provider: GET /signon leads there, /signon/back is where the browser comes back, /signon/out leaves the
 * provider. What goes wrong is said on the login page, or on the own account where that was to be connected.
 */
@WebServlet({"/signon", "/signon/back", "/signon/out"})
public class SignOnServlet extends HttpServlet {
    /** What the address of the login page says after leaving. */
    static final String LEFT = "left";
    private static final long serialVersionUID = 1L;
    private static final String FLOW = "schulpakt.signon";
    private static final String ACCOUNT = "/identity/account.xhtml";
    private static final String LOGIN = "/login.xhtml";
    @Inject
    transient Instance<SignIns.Provider> provider;
    @Inject
    transient SignIn signIn;
    @Inject
    transient SignIns signIns;
    @Inject
    transient CurrentUser current;
    @Inject
    transient ClientAddress address;
    @Inject
    transient Entrance entrance;
    @Inject
    transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!provider.isResolvable() || !provider.get().on()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        signIn.from(address.of(request));
        switch (request.getServletPath()) {
            case "/signon/back" -> back(request, response);
            case "/signon/out" -> out(response);
            default -> begin(request, response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean link = request.getParameter("link") != null;
        if (signIn.counted("signon") > 0) {
            // before there is a session, and before the provider is asked
            response.sendRedirect((link ? ACCOUNT : LOGIN) + "?failed=provider.too_often");
            return;
        }
        HttpSession session = request.getSession(true);
        if (link && !mayLink(session)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            SignIns.Begun begun = provider.get().begin(request.getParameter("next"), link ? current.id() : null);
            session.removeAttribute(SignIns.LINK);
            session.setAttribute(FLOW, begun.flow());
            away(response, begun.to());
        } catch (Refused why) {
            response.sendRedirect((link ? ACCOUNT : LOGIN) + "?failed=" + why.code());
        }
    }

    /** Who has typed the password within the last minutes, on the page of the own account. */
    private boolean mayLink(HttpSession session) {
        return current.signedIn() && session.getAttribute(SessionFilter.ONLY) == null && !current.mustChangePassword()
                && session.getAttribute(SignIns.LINK) instanceof Instant until && clock.now().isBefore(until);
    }

    private void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        SignIns.Trip flow = session != null && session.getAttribute(FLOW) instanceof SignIns.Trip kept ? kept : null;
        if (session != null) {
            // before anything is asked of the provider: what comes a second time finds nothing
            session.removeAttribute(FLOW);
        }
        boolean link = flow != null && flow.linkTo() != null;
        Map<String, String> answer = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> answer.put(name, values[0]));
        try {
            SignIns.Entered entered = provider.get().finish(flow, answer);
            if (entered.linked()) {
                response.sendRedirect(ACCOUNT);
                return;
            }
            request.getSession(true).setAttribute(Entrance.OVER_PROVIDER, entered.over());
            response.sendRedirect(entered.proved() ? entrance.begin(request, response, entered.userId(), true, flow.next())
                    : entrance.enter(request, response, entered.userId(), flow.next()));
        } catch (Refused why) {
            response.sendRedirect((link && current.signedIn() ? ACCOUNT : LOGIN) + "?failed=" + why.code());
        }
    }

    private void out(HttpServletResponse response) throws IOException {
        URI end = provider.get().farewell();
        if (end == null) {
            response.sendRedirect(LOGIN);
        } else {
            away(response, end);
        }
    }

    /** To the provider; an address that only the operator's settings and the provider itself make. */
    private static void away(HttpServletResponse response, URI to) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", to.toString());
    }
}
