package de.schulpakt.school.contact.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.school.contact.ContactQueries;
import de.schulpakt.school.contact.ContactTask;
import de.schulpakt.school.contact.Contacts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One contact of a school. */
@Named
@ViewScoped
public class ContactPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Contacts contacts;
    @Inject
    transient ContactQueries queries;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private ContactQueries.View view;
    private boolean over;

    /** Reads what the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            over = view.endedOn() != null && view.endedOn().isBefore(fmt.today());
            form.put("task", view.task().name());
            form.put("name", view.name());
            form.put("phone", view.phone());
            form.put("mail", view.mail());
            form.put("endedOn", fmt.today());
        });
    }

    /** Changes it. */
    public String change() {
        return act.run(() -> contacts.change(id, new Contacts.Change(view.version(), details(form))), "school_contact.was_changed", "contact?faces-redirect=true&id=" + id);
    }

    /** Ends it. */
    public String end() {
        return act.run(() -> contacts.end(id, new Contacts.End(view.version(), form.day("endedOn"))), "school_contact.was_ended", "contact?faces-redirect=true&id=" + id);
    }

    /** Takes the end back. */
    public String resume() {
        return act.run(() -> contacts.resume(id, new Contacts.Resume(view.version())), "school_contact.was_resumed", "contact?faces-redirect=true&id=" + id);
    }

    /** Removes it. */
    public String remove() {
        return act.run(() -> contacts.remove(id, new Contacts.Remove(view.version(), form.text("reason"))), "school_contact.was_removed",
                "contacts?faces-redirect=true&school=" + view.schoolId());
    }

    static Contacts.Details details(Form form) {
        return new Contacts.Details(form.choice(ContactTask.class, "task"), form.text("name"), form.text("phone"), form.text("mail"));
    }

    public ContactTask[] getTasks() {
        return ContactTask.values();
    }

    /** True once the last day is over. */
    public boolean isOver() {
        return over;
    }

    public ContactQueries.View getView() {
        return view;
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
}
