package de.schulpakt.platform.rest.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A transaction that failed at its end. The server has a mapper of its own for it, which answers an HTML page. */
@Provider
@ApplicationScoped
public class CommitMapper implements ExceptionMapper<TransactionalException> {
    @Inject
    ProblemMapper problems;

    @Override
    public Response toResponse(TransactionalException failure) {
        return problems.toResponse(failure);
    }
}
