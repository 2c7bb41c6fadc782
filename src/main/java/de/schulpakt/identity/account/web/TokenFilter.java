package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SecurityLog;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.rest.BySession;
import de.schulpakt.platform.rest.web.ProblemMapper;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * REST takes a bearer token. Only the requests that make a token or change the own password may come with login and password (HTTP
 * Basic), because somebody must have a first one; and whoever has forgotten it comes with nothing. What is marked {@link BySession},
 * and nothing else, is also answered to a script of our own pages that comes with the session and names whose it takes it for.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
    /** Where a program puts the code of the second factor of whoever signs in with a password. */
    private static final String CODE = "Schulpakt-Code";
    private static final Set<String> OPEN = Set.of("password-links", "password-links/use");
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** What belongs to an account as a whole, with all below it. */
    private static final Set<String> OWN = Set.of("notices", "watches", "me/personal-data", "deputies", "list-views");
    /** The same without what is below it: a token may end itself. */
    private static final String TOKENS = "tokens";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    @Context
    ResourceInfo resource;
    @Inject
    SignIn signIn;
    @Inject
    CurrentUser current;
    @Inject
    SessionCookie cookie;
    @Inject
    SignIns signIns;
    @Inject
    SecurityLog log;
    @Inject
    ClientAddress address;
    @Inject
    HttpServletRequest servlet;
    @Inject
    Language language;
    @Inject
    ProblemMapper problems;

    @Override
    public void filter(ContainerRequestContext request) {
        signIn.from(address.of(servlet));
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String path = request.getUriInfo().getPath();
        if (HttpMethod.POST.equals(request.getMethod()) && OPEN.contains(path)) {
            return;
        }
        boolean first = HttpMethod.POST.equals(request.getMethod()) && (TOKENS.equals(path) || "me/password".equals(path));
        try {
            if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
                byToken(header.substring(7).strip());
                bounds(request);
            } else if (first && header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
                byPassword(header.substring(6).strip(), request.getHeaderString(CODE));
            } else if (header == null && request.getHeaderString(BySession.PERSON) != null && forPages()) {
                bySession(request);
            } else {
                throw new Refused("token.missing");
            }
        } catch (Refused why) {
            abort(request, why);
        }
    }

    /** Says what is true: that nothing was sent, that it does not fit, or that there were too many failures. */
    private void abort(ContainerRequestContext request, Refused why) {
        boolean wait = "login.wait".equals(why.code()) || "login.busy".equals(why.code());
        Explained explained = Explained.of(why, language.getLocale()).orElseThrow();
        Response answer = problems.answer(new Explained(wait ? TOO_MANY : UNAUTHORIZED, why.code(), explained.detail(), Map.of()));
        Response.ResponseBuilder more = Response.fromResponse(answer);
        if (wait) {
            more.header(HttpHeaders.RETRY_AFTER, why.args().isEmpty() ? 1 : why.args().get(0));
        } else {
            more.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        request.abortWith(more.build());
    }

    /** A token that reads only is held to methods that change nothing, whatever else a request would be; what is its owner's alone belongs to no place and to no single right. */
    private void bounds(ContainerRequestContext request) {
        String code = current.readsOnly() && !READING.contains(request.getMethod()) ? "token.reads_only"
                : !own(request.getUriInfo().getPathSegments()) ? null : current.choosy() ? "token.rights" : current.placed() ? "token.placed" : null;
        if (code != null) {
            request.abortWith(problems.answer(new Explained(FORBIDDEN, code, Texts.get(language.getLocale(), code), Map.of())));
        }
    }

    /** True for what belongs to an account as a whole. The segments are asked, because a path keeps its matrix parameters, which choose no other resource. */
    static boolean own(List<PathSegment> segments) {
        List<String> path = segments.stream().map(PathSegment::getPath).filter(name -> !name.isEmpty()).toList();
        return path.equals(List.of(TOKENS)) || !path.isEmpty() && OWN.contains(path.get(0)) || path.size() > 1 && OWN.contains(path.get(0) + "/" + path.get(1));
    }

    private void byToken(String token) {
        if (!signIn.byToken(token)) {
            log.writeSparely(SecurityLog.SecurityKind.TOKEN_REFUSED, null, null);
            throw new Refused("token.invalid");
        }
    }

    private boolean forPages() {
        return resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(BySession.class);
    }

    /**
     * The header cannot be set by another site without our leave, which nobody gives, and the browser says of itself that a page of
     * ours asks. Whoever may open one page only may not ask here.
     */
    private void bySession(ContainerRequestContext request) {
        HttpSession session = servlet.getSession(false);
        boolean ours = "same-origin".equals(request.getHeaderString("Sec-Fetch-Site"));
        if (!ours || session == null || !(session.getAttribute(SessionFilter.SESSION) instanceof Long id) || !cookie.holds(servlet, session)
                || session.getAttribute(SessionFilter.ONLY) != null || !signIn.bySession(id) || current.mustChangePassword()) {
            signIn.leave();
            throw new Refused("session.ended");
        }
        if (!String.valueOf(current.id()).equals(request.getHeaderString(BySession.PERSON))) {
            signIn.leave();
            throw new Refused("session.other");
        }
        request.setProperty(BySession.class.getName(), true);
    }

    private void byPassword(String encoded, String code) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refused("login.wrong");
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new Refused("login.wrong");
        }
        Long user = signIns.check(pair.substring(0, colon), pair.substring(colon + 1));
        if (signIns.needsCode(user)) {
            if (code == null) {
                throw new Refused("login.code_needed", CODE);
            }
            signIns.prove(user, code);
        } else if (signIns.needsSetup(user)) {
            throw new Refused("login.factor_missing");
        }
        if (!signIn.byId(user)) {
            throw new Refused("login.wrong");
        }
    }
}
