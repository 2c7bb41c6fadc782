package de.schulpakt.platform.web;

import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every failure of REST becomes problem+json (RFC 9457) with a stable code and a sentence. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    /** Media type of the answers. */
    public static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int INVALID = 400;
    private static final int FAULT = 500;
    @Inject
    Language language;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException web && !(failure.getCause() instanceof JsonbException)) {
            return ofStatus(web);
        }
        if (failure instanceof JsonbException || failure instanceof ProcessingException
                || failure.getCause() instanceof JsonbException) {
            return answer(new Explained(INVALID, "json.unreadable", text("json.unreadable"), Map.of()));
        }
        return Explained.of(failure, language.getLocale()).map(this::answer).orElseGet(() -> {
            LOG.log(Level.SEVERE, "unexpected failure of a request", failure);
            return answer(new Explained(FAULT, "unexpected", text("unexpected"), Map.of()));
        });
    }

    /** The answer for something explained. */
    public Response answer(Explained why) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", text("http." + why.status()));
        body.put("status", why.status());
        body.put("code", why.code());
        body.put("detail", why.detail());
        if (!why.fields().isEmpty()) {
            body.put("errors", why.fields());
        }
        return Response.status(why.status()).type(PROBLEM).entity(body).build();
    }

    private Response ofStatus(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        String key = "http." + status;
        Response plain = answer(new Explained(status, key, text(Texts.has(language.getLocale(), key) ? key : "http.400"), Map.of()));
        return Response.fromResponse(plain).replaceAll(web.getResponse().getHeaders()).type(PROBLEM).build();
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
