package de.schulpakt.school.contact.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.contact.ContactQueries;
import de.schulpakt.school.contact.ContactTask;
import de.schulpakt.school.contact.Contacts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Records a contact of the school that the address names. */
@Named
@ViewScoped
public class ContactsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Contacts contacts;
    @Inject
    transient ContactQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long school;
    private boolean mayRecord;

    /** Takes the school out of the address; without one there is nothing to record. */
    public void load() {
        school = Params.number(here.param("school"));
        mayRecord = queries.mayRecord(school);
    }

    /** Records a contact. */
    public String record() {
        return act.run(() -> {
            contacts.record(school, ContactPage.details(form));
        }, "school_contact.was_recorded", "contacts?faces-redirect=true&school=" + school);
    }

    public ContactTask[] getTasks() {
        return ContactTask.values();
    }

    public boolean isMayRecord() {
        return mayRecord;
    }

    public Form getForm() {
        return form;
    }
}
