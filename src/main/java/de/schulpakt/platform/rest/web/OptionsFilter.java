package de.schulpakt.platform.rest.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** OPTIONS answers the methods of an address and no content: Jersey would give it the type that the asker accepts, whatever that is. */
@Provider
public class OptionsFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (HttpMethod.OPTIONS.equals(request.getMethod()) && response.getStatus() == Response.Status.OK.getStatusCode()) {
            response.setEntity(null);
            response.setStatusInfo(Response.Status.NO_CONTENT);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
    }
}
