package de.schulpakt.install.defect.web;

import de.schulpakt.install.defect.Defects;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.IntStream;

/** The defects that a school types when it accepts: up to three at once, more one by one. */
@Named
@ViewScoped
public class DefectForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 3;
    @Inject
    transient Defects defects;
    @Inject
    transient Act act;
    private final Form form = new Form();

    /** Accepts with what is typed. */
    public String accept(Long ticket, Integer version) {
        return act.run(() -> defects.accept(ticket, new Defects.Accept(version, null,
                IntStream.rangeClosed(1, AT_ONCE).mapToObj(this::line).filter(Objects::nonNull).toList())), "ticket.done.accept", page(ticket));
    }

    /** One more defect. */
    public String add(Long ticket, Integer version) {
        return act.run(() -> defects.add(ticket, new Defects.Add(version, found("more"))), "defect.done.add", page(ticket));
    }

    /** A line that says something: a day or a name alone is refused rather than lost. */
    private Defects.Found line(int no) {
        String id = String.valueOf(no);
        return form.text("what" + id) == null && form.day("until" + id) == null && form.number("owner" + id) == null ? null : found(id);
    }

    private Defects.Found found(String id) {
        return new Defects.Found(form.text("what" + id), form.day("until" + id), form.number("owner" + id), null);
    }

    private static String page(Long ticket) {
        return "ticket?faces-redirect=true&id=" + ticket;
    }

    public Form getForm() {
        return form;
    }
}
