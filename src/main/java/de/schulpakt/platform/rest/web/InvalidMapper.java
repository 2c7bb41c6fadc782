package de.schulpakt.platform.rest.web;

import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Invalid input, field by field. Without a mapper of its own Jersey answers it with an empty page. */
@Provider
@ApplicationScoped
public class InvalidMapper implements ExceptionMapper<ConstraintViolationException> {
    @Inject
    Language language;
    @Inject
    ProblemMapper problems;

    @Override
    public Response toResponse(ConstraintViolationException failure) {
        return problems.answer(Explained.of(failure, language.getLocale()).orElseThrow());
    }
}
