package de.schulpakt.platform.rest.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import de.schulpakt.platform.TooLarge;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.step.Outcome;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Every failure of REST becomes problem+json (RFC 9457) with a stable code and a sentence. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    /** Media type of the answers. */
    public static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final int INVALID = 400;
    private static final int TOO_LARGE = 413;
    private static final int FAULT = 500;
    private static final int UNAVAILABLE = 503;
    private static final int SECONDS = 5;
    @Inject
    Language language;

    @Override
    public Response toResponse(Throwable failure) {
        if (TooLarge.in(failure)) {
            return answer(new Explained(TOO_LARGE, "http.413", text("http.413"), Map.of()));
        }
        // a definition that Jackson cannot write or read is our fault, not the caller's
        if (failure instanceof JsonProcessingException json && !(failure instanceof InvalidDefinitionException)) {
            return answer(new Explained(INVALID, "json.unreadable", text("json.unreadable"), place(json)));
        }
        if (failure instanceof WebApplicationException web) {
            return ofStatus(web);
        }
        return Explained.of(failure, language.getLocale()).map(this::answer).orElseGet(() -> {
            LOG.log(Level.SEVERE, "unexpected failure of a request", failure);
            return answer(new Explained(FAULT, "unexpected", Outcome.known().sentence(language.getLocale(), "unexpected"), Map.of()));
        });
    }

    /** The answer for something explained. */
    public Response answer(Explained why) {
        Response.ResponseBuilder answer = Response.status(why.status()).type(PROBLEM).entity(body(why, language.getLocale()));
        return (why.status() == UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, SECONDS) : answer).build();
    }

    /** What stands in the answer. */
    public static Map<String, Object> body(Explained why, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        String title = "http." + why.status();
        body.put("title", Texts.get(locale, Texts.has(locale, title) ? title : "http.400"));
        body.put("status", why.status());
        body.put("code", why.code());
        body.put("detail", why.detail());
        if (why.status() >= FAULT) {
            // a program must know whether it may simply ask again
            body.put("stored", Outcome.known() == Outcome.Known.UNKNOWN ? "unknown" : Outcome.known() == Outcome.Known.STORED);
        }
        if (!why.fields().isEmpty()) {
            body.put("errors", why.fields());
        }
        return body;
    }

    private Map<String, String> place(JsonProcessingException json) {
        if (!(json instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Map.of();
        }
        String path = mapping.getPath().stream().map(p -> p.getFieldName() == null ? "[" + p.getIndex() + "]" : "." + p.getFieldName())
                .collect(Collectors.joining()).replaceFirst("^\\.", "");
        return Map.of(path, text(json instanceof UnrecognizedPropertyException ? "json.unknown_field" : "json.wrong_type"));
    }

    private Response ofStatus(WebApplicationException web) {
        // Jersey answers 404 to ?page=x; its class is not on our class path
        boolean parameter = web.getClass().getSimpleName().equals("QueryParamException");
        int status = parameter ? INVALID : web.getResponse().getStatus();
        String key = "http." + status;
        Response plain = answer(new Explained(status, key, text(Texts.has(language.getLocale(), key) ? key : "http.400"), Map.of()));
        return Response.fromResponse(plain).replaceAll(web.getResponse().getHeaders()).type(PROBLEM).build();
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
