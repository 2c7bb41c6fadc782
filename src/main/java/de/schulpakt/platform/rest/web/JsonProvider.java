package de.schulpakt.platform.rest.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON of the API: records as they are, days and instants in ISO 8601, absent values left out. A field that a command does
 * not have is an error, because a misspelt one would otherwise be lost in silence.
 *
 * <p>It is a context resolver too: Payara also finds Jackson's own providers in the WAR, which of them serves a request is
 * left to chance start by start, and all of them ask here for the mapper.
 */
@Provider
@Consumes({"application/json", "application/*+json"})
@Produces({"application/json", "application/*+json"})
public class JsonProvider extends JacksonJsonProvider implements ContextResolver<ObjectMapper> {
    private static final int DEEPEST = 20;
    /** A delivery of some thousand devices; each token costs, and a megabyte holds half a million. */
    private static final int MOST_TOKENS = 100_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 100;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST).maxTokenCount(MOST_TOKENS).maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).build()).build())
            .addModule(new JavaTimeModule()).addModule(new Calendar()).addModule(new KeptSentences())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            // "7" is no number, 7 no text, 1 and "true" no truth, "" nothing: each would store what nobody has written
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail).setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // not the other getters: Jackson takes the accessors of a record for such, and would write {}
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    /** Made by JAX-RS. */
    public JsonProvider() {
        super(MAPPER);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }
}
