package de.schulpakt.identity.web;

import de.schulpakt.identity.SignIn;
import de.schulpakt.identity.Users;
import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.ProblemMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * REST takes a bearer token, never the session's cookie. Only the request that makes a token may come with login and
 * password (HTTP Basic), because somebody must have a first one.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {
    private static final int UNAUTHORIZED = 401;
    @Inject
    SignIn signIn;
    @Inject
    Users users;
    @Inject
    Language language;
    @Inject
    ProblemMapper problems;

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean first = "tokens".equals(request.getUriInfo().getPath()) && HttpMethod.POST.equals(request.getMethod());
        boolean known = header != null && (header.regionMatches(true, 0, "Bearer ", 0, 7) && signIn.byToken(header.substring(7).strip())
                || first && header.regionMatches(true, 0, "Basic ", 0, 6) && byPassword(header.substring(6).strip()));
        if (!known) {
            Response answer = problems.answer(new Explained(UNAUTHORIZED, "token.missing",
                    Texts.get(language.getLocale(), "token.missing"), Map.of()));
            request.abortWith(Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build());
        }
    }

    private boolean byPassword(String encoded) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        int colon = pair.indexOf(':');
        if (colon < 0) {
            return false;
        }
        Long user = users.authenticate(pair.substring(0, colon), pair.substring(colon + 1));
        return user != null && signIn.byId(user);
    }
}
