package de.schulpakt.platform.faces.web;

import de.schulpakt.platform.step.Outcome;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Who asks is known now; what was stored to know it is not the step that was asked for. */
@Provider
@Priority(Priorities.USER)
public class StepBegins implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        Outcome.forget();
    }
}
