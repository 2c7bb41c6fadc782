package de.schulpakt.platform.web;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets resources read forms of parts (uploads). The server has what is needed but would find it as a service only, and
 * {@link de.schulpakt.platform.rest.web.RestApplication} takes no services; its classes are the server's own, so they are asked for by name.
 */
@Provider
public class FormParts implements Feature {
    private static final String SERVERS_OWN = "org.glassfish.jersey.media.multipart.MultiPartFeature";

    @Override
    public boolean configure(FeatureContext context) {
        try {
            context.register(Class.forName(SERVERS_OWN, true, FeatureContext.class.getClassLoader()));
            return true;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this server reads no forms of parts", e);
        }
    }
}
