package de.schulpakt.platform.rest.web;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** An empty body and {@code null} are no command, whichever provider reads them: no resource has to ask whether there is one. */
@Provider
public class CommandRequired implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object command = context.proceed();
        if (command == null) {
            throw new JsonParseException(null, "no content");
        }
        return command;
    }
}
