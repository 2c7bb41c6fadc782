package de.schulpakt.platform.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.schulpakt.platform.Sha256;

/**
 * What was handed in, as it is kept, and its checksum.
 *
 * @param json the content; never read by anything but this class
 */
public record Frozen(String json, String sha256) {
    /** Later versions of the program may know more of a content, and still read an old one. */
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)).build();

    /** Freezes a content. */
    public static Frozen of(Object content) {
        try {
            String json = JSON.writeValueAsString(content);
            return new Frozen(json, Sha256.hex(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it says. */
    public <T> T content(Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True if nobody has changed it in the database. */
    public boolean whole() {
        return Sha256.hex(json).equals(sha256);
    }
}
