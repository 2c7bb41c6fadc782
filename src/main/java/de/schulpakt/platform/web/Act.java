package de.schulpakt.platform.web;

import de.schulpakt.platform.draft.Drafts;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.step.Outcome;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a use case for a page and tells the person how it went, in the same words as REST. */
@ApplicationScoped
public class Act {
    private static final Logger LOG = Logger.getLogger(Act.class.getName());
    @Inject
    Language language;
    @Inject
    Drafts drafts;

    /**
     * Runs a use case for a button. If it goes well, the message is shown on the next page and the outcome is where to go.
     * If not, nothing has been stored, the reason stands on the page, at the field where there is one, and what was typed
     * stays.
     *
     * @param success key of the message, null for none
     * @param outcome Faces outcome with {@code faces-redirect=true}
     * @return the outcome, or null to stay
     */
    public String run(Runnable work, String success, String outcome) {
        return run(() -> {
            work.run();
            return outcome;
        }, success);
    }

    /** The same, when the outcome is known only after the work, e.g. the page of what was created. */
    public String run(Supplier<String> work, String success) {
        return runTelling(work, () -> success);
    }

    /** The same, when the message, too, depends on what came of the work. */
    public String runTelling(Supplier<String> work, Supplier<String> message) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            String outcome = work.get();
            String draft = faces.getExternalContext().getRequestParameterMap().get(DraftServlet.FORM);
            if (draft != null && outcome != null) {
                drafts.drop(draft);
            }
            String success = message.get();
            if (success != null) {
                faces.getExternalContext().getFlash().setKeepMessages(true);
                faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text(success), null));
            }
            return outcome;
        } catch (RuntimeException failure) {
            explain(faces, failure);
            return null;
        }
    }

    /** Loads what a page shows; what is not there for the asker becomes the page "not found", what is forbidden its page. */
    public void show(Runnable work) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            work.run();
        } catch (RuntimeException failure) {
            Optional<Explained> known = Explained.of(failure, language.getLocale());
            if (known.isEmpty()) {
                throw failure;
            }
            if (faces.getResponseComplete()) {
                // the answer was given when the page was asked for the first time; a second one is no answer but a failure
                return;
            }
            try {
                faces.getExternalContext().responseSendError(known.get().ofPage(), known.get().code());
            } catch (IOException e) {
                LOG.log(Level.FINE, "the browser has gone", e);
            }
            faces.responseComplete();
        }
    }

    private void explain(FacesContext faces, RuntimeException failure) {
        Optional<Explained> known = Explained.of(failure, language.getLocale());
        if (known.isEmpty()) {
            LOG.log(Level.SEVERE, "unexpected failure of a use case", failure);
            error(faces, null, Outcome.known().sentence(language.getLocale(), "unexpected"));
            return;
        }
        Explained why = known.get();
        if (why.fields().isEmpty()) {
            error(faces, null, why.detail());
            return;
        }
        for (Map.Entry<String, String> field : why.fields().entrySet()) {
            error(faces, clientId(faces, field.getKey()), label(field.getKey()) + field.getValue());
        }
    }

    private String label(String field) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        String key = "field." + last;
        return Texts.has(language.getLocale(), key) ? text(key) + ": " : "";
    }

    /** The input whose id is the name of the field, so that the message stands beside it; of several the one that was sent. */
    private static String clientId(FacesContext faces, String field) {
        UIViewRoot root = faces.getViewRoot();
        Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
        String[] found = new String[1];
        root.visitTree(VisitContext.createVisitContext(faces), (VisitContext context, UIComponent component) -> {
            if (component instanceof UIInput && field.equals(component.getId())) {
                String id = component.getClientId(faces);
                if (sent.containsKey(id)) {
                    found[0] = id;
                    return VisitResult.COMPLETE;
                }
                found[0] = found[0] == null ? id : found[0];
            }
            return VisitResult.ACCEPT;
        });
        return found[0];
    }

    private static void error(FacesContext faces, String clientId, String text) {
        faces.addMessage(clientId, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
