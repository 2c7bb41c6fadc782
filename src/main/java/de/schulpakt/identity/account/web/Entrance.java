package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Lets somebody in whose password was right, or whom the identity provider knows: asks for a code or begins the session. */
@ApplicationScoped
public class Entrance {
    /** An attribute of a session that begins at the identity provider: {@link SignIns.Over}. */
    static final String OVER_PROVIDER = "schulpakt.provider";
    @Inject
    SignIn signIn;
    @Inject
    SignIns signIns;
    @Inject
    CurrentUser current;
    @Inject
    Accounts accounts;
    @Inject
    SessionCookie cookie;
    @Inject
    Clock clock;

    /** Where the browser goes next: to the code of a second factor, or in. */
    String enter(HttpServletRequest request, HttpServletResponse response, Long user, String next) {
        if (!signIns.needsCode(user)) {
            return begin(request, response, user, false, next);
        }
        request.getSession(true).setAttribute(Waiting.NAME, Waiting.of(user, clock.now()));
        newIds(request, response);
        return "/login.xhtml" + (local(next) ? "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) : "");
    }

    /**
     * Begins the session.
     *
     * @param proved true if somebody else has asked for a second factor, so that none need be set up here
     * @return where the browser goes
     */
    String begin(HttpServletRequest request, HttpServletResponse response, Long user, boolean proved, String next) {
        newIds(request, response);
        HttpSession session = request.getSession();
        String agent = request.getHeader("User-Agent");
        session.setAttribute(SessionFilter.SESSION, session.getAttribute(OVER_PROVIDER) instanceof SignIns.Over over
                ? accounts.begin(user, agent, over) : accounts.begin(user, agent));
        if (!proved && signIns.needsSetup(user)) {
            session.setAttribute(SessionFilter.ONLY, SessionFilter.FACTOR);
        } else {
            session.removeAttribute(SessionFilter.ONLY);
        }
        if (signIn.byId(user) && current.language() != null && Language.kept(request) == null) {
            // this browser has made no choice of its own: the account's holds
            Language.keep(request, response, current.language());
        }
        return local(next) ? next : "/index.xhtml";
    }

    /** A new session id and a new secret, so that nobody can have planted them. */
    private void newIds(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        cookie.begin(request, response, session);
    }

    /** True for a path of this installation. */
    static boolean local(String next) {
        return next != null && next.startsWith("/") && !next.startsWith("//") && !next.contains("\\")
                && next.chars().noneMatch(Character::isISOControl);
    }
}
