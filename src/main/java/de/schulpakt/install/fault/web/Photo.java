package de.schulpakt.install.fault.web;

import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.util.function.Function;

/** Takes the picture in that came with a form, if one did. */
@ApplicationScoped
class Photo {
    @Inject
    Intake intake;

    /** Does the work with the picture, or with null, and lets go of it. */
    <T> T with(Part part, Function<Received, T> work) {
        return part == null || part.getSize() == 0 ? work.apply(null) : intake.with(part::getInputStream, part.getSubmittedFileName(), work);
    }
}
