package de.schulpakt.funding.proof;

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
record Frozen(String json, String sha256) {
    /** Later versions of the program may know more of a proof, and still read an old one. */
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .serializationInclusion(JsonInclude.Include.NON_NULL).build();

    static Frozen of(ProofContent content) {
        try {
            String json = JSON.writeValueAsString(content);
            return new Frozen(json, Sha256.hex(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ProofContent content() {
        try {
            return JSON.readValue(json, ProofContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** True if nobody has changed it in the database. */
    boolean whole() {
        return Sha256.hex(json).equals(sha256);
    }
}
