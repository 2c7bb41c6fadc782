package de.schulpakt.install.fault.web;

import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Takes the picture in that came with a form, if one did. */
@ApplicationScoped
class Photo {
    @Inject
    Intake intake;

    /** Does the work with the picture, or with null, and lets go of it. */
    <T> T with(Part part, Function<Received, T> work) {
        if (part == null || part.getSize() == 0) {
            return work.apply(null);
        }
        try (InputStream in = part.getInputStream(); Received received = intake.take(in, part.getSubmittedFileName())) {
            return work.apply(received);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
