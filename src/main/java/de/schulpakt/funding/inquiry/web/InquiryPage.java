package de.schulpakt.funding.inquiry.web;

import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquiryQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One question: its words, its letters, its answer. */
@Named
@ViewScoped
public class InquiryPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Inquiries inquiries;
    @Inject
    transient InquiryQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private InquiryQueries.View view;

    /** Reads the question that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("answeredOn", fmt.today());
            form.put("dueOn", view.dueOn());
        });
    }

    /** Records the answer. */
    public String answer() {
        return run("inquiry.done.answer", () -> inquiries.answer(id, new Inquiries.Answer(view.version(), form.day("answeredOn"), form.text("answer"))));
    }

    /** Gives it another day. */
    public String postpone() {
        return run("inquiry.done.postpone", () -> inquiries.postpone(id, new Inquiries.Postpone(view.version(), form.day("dueOn"), form.text("postponeReason"))));
    }

    /** Opens it again. */
    public String reopen() {
        return run("inquiry.done.reopen", () -> inquiries.reopen(id, new Inquiries.Reopen(view.version(), form.text("reopenReason"))));
    }

    /** Drops it. */
    public String drop() {
        return run("inquiry.done.drop", () -> inquiries.drop(id, new Inquiries.Drop(view.version(), form.text("dropReason"))));
    }

    private String run(String message, Runnable step) {
        return act.run(step, message, "inquiry?faces-redirect=true&id=" + id);
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public InquiryQueries.View getView() {
        return view;
    }
}
