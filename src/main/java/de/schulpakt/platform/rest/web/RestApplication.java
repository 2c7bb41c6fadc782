package de.schulpakt.platform.rest.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Every REST resource stands below {@code /api/v1}. */
@ApplicationPath("api/v1")
public class RestApplication extends Application {
    /**
     * Names our JSON so that Jersey does not bring its own: with both in place it is left to chance, start by start, which of
     * them reads a record, and Payara's JSON-B cannot. For the same reason no provider comes in as a service: Jackson's plain
     * one would, and it cannot write an instant. What reads forms of parts is registered by {@link de.schulpakt.platform.web.FormParts} for the same reason.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.jsonFeature", JsonProvider.class.getSimpleName(),
                "jersey.config.disableMetainfServicesLookup", true,
                // /openapi describes the API, for everybody and in one form
                "jersey.config.server.wadl.disableWadl", true);
    }
}
