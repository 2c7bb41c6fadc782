package de.schulpakt.platform.rest.web;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.rest.BySession;
import de.schulpakt.platform.rest.Secret;
import de.schulpakt.platform.step.Once;
import de.schulpakt.platform.step.OnceClaims;
import de.schulpakt.platform.step.Repeated;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * {@code Idempotency-Key} on a command that comes with a bearer token or from a phone with its session: what is sent twice, also at
 * once, is carried out once and answered the same, with {@code Idempotency-Replayed}. Secrets are never kept: what comes with a password knows no keys.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class OnceFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor, ExceptionMapper<Repeated> {
    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String SENT = OnceFilter.class.getName();
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int FAILED = 400;
    /** The answer is kept a moment after its command. */
    private static final int LOOKS = 30;
    private static final long PAUSE_MILLIS = 100;
    @Context
    ResourceInfo resource;
    @Inject
    OnceClaims claims;
    @Inject
    Actor actor;
    @Inject
    ProblemMapper problems;

    /** The status of an answer that is being written, and where it leads. */
    private record Sent(Once once, int status, String location) {
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        Once.forget();
        String key = request.getHeaderString(KEY);
        String with = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        boolean known = with != null && with.regionMatches(true, 0, "Bearer ", 0, 7) || request.getProperty(BySession.class.getName()) != null;
        if (key == null || !COMMANDS.contains(request.getMethod()) || !known) {
            return;
        }
        if (!key.matches("[\\x21-\\x7e]{1,100}")) {
            throw new Refused("idempotency.key");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String address = request.getMethod() + " " + request.getUriInfo().getRequestUri().getRawPath() + "?" + request.getUriInfo().getRequestUri().getRawQuery();
        Once.begin(actor.id(), key, Once.hash(address.getBytes(StandardCharsets.UTF_8), body));
        Once once = Once.current().orElseThrow();
        Optional<OnceClaims.Answer> before = claims.find(once.account(), once.key());
        if (before.isPresent()) {
            request.abortWith(again(once));
        }
    }

    /** Somebody else was first within the last moments. */
    @Override
    public Response toResponse(Repeated repeated) {
        return Once.current().map(this::again).orElseGet(() -> problems.toResponse(repeated));
    }

    private Response again(Once once) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Optional<OnceClaims.Answer> found = claims.find(once.account(), once.key());
                if (found.isPresent() && !found.get().print().equals(once.print())) {
                    return problems.toResponse(new Refused("idempotency.other"));
                }
                if (found.isPresent() && found.get().there()) {
                    return answer(found.get());
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return problems.toResponse(new Refused("idempotency.done"));
    }

    private static Response answer(OnceClaims.Answer kept) {
        Response.ResponseBuilder answer = Response.status(kept.status()).header(REPLAYED, true);
        if (kept.location() != null) {
            answer.location(URI.create(kept.location()));
        }
        return (kept.body() == null ? answer : answer.type(kept.mediaType()).entity(kept.body())).build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Once once = Once.current().orElse(null);
        if (once == null || !once.stored() || response.getStatus() >= FAILED || response.getHeaderString(REPLAYED) != null) {
            return;
        }
        if (resource.getResourceMethod() != null && resource.getResourceMethod().isAnnotationPresent(Secret.class)) {
            return;
        }
        Sent sent = new Sent(once, response.getStatus(), response.getLocation() == null ? null : response.getLocation().toString());
        if (response.hasEntity()) {
            request.setProperty(SENT, sent);
        } else {
            claims.answered(once, sent.status(), null, sent.location(), null);
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (!(answer.getProperty(SENT) instanceof Sent sent)) {
            answer.proceed();
            return;
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        OutputStream out = answer.getOutputStream();
        answer.setOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
                copy.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
                copy.write(bytes, from, length);
            }
        });
        answer.proceed();
        claims.answered(sent.once(), sent.status(), answer.getMediaType().toString(), sent.location(), copy.toByteArray());
    }
}
