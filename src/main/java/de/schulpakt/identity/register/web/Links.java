package de.schulpakt.identity.register.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.Registered;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The pages of subjects by the name of their entity; null where the asker may not open such pages. */
@Named("links")
@RequestScoped
public class Links {
    @Inject
    HttpServletRequest request;
    @Inject
    Guard guard;
    @Inject
    Registered registered;

    /** The page of a subject. */
    public String of(String type, Long id, String no) {
        if (id == null) {
            return null;
        }
        return registered.of(SubjectLink.class).stream().filter(p -> p.type().equals(type) && (p.seenBy() == null || guard.may(p.seenBy()))).findFirst()
                .map(p -> request.getContextPath() + p.of(id, no)).orElse(null);
    }

    /** The page of a subject. */
    public String of(String type, Long id) {
        return of(type, id, "");
    }
}
