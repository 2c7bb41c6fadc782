package de.schulpakt.platform.faces.web;

import jakarta.faces.application.ProjectStage;
import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts a digest of the content into the address of our own static files, so that browsers may keep them for a year
 * and still see a changed one at once.
 */
public class VersionedResources extends ResourceHandlerWrapper {

    private static final String LIBRARY = "schulpakt";

    private final Map<String, String> digests = new ConcurrentHashMap<>();

    public VersionedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        return versioned(getWrapped().createResource(name, library), library);
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return versioned(getWrapped().createResource(name, library, contentType), library);
    }

    private Resource versioned(Resource resource, String library) {
        return resource == null || !LIBRARY.equals(library) ? resource : new Versioned(resource);
    }

    private String digest(Resource resource) {
        if (FacesContext.getCurrentInstance().isProjectStage(ProjectStage.Development)) {
            return read(resource);
        }
        return digests.computeIfAbsent(resource.getResourceName(), name -> read(resource));
    }

    private static String read(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(sum, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Versioned extends ResourceWrapper {

        Versioned(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            String path = super.getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + "v=" + digest(getWrapped());
        }
    }
}
