package de.schulpakt.install.effort.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A new store. */
@Named
@ViewScoped
public class StoreNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Stores stores;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private transient List<SchoolQueries.AuthorityOption> authorities;
    private final Form form = new Form();

    /** Only for technicians of an authority. */
    public void load() {
        act.show(() -> {
            if (getAuthorities().isEmpty()) {
                throw new Forbidden(Permission.TICKET_WORK);
            }
        });
    }

    /** Opens it and shows it. */
    public String open() {
        return act.run(() -> "store?faces-redirect=true&id="
                + stores.open(new Stores.Open(getAuthorities().size() == 1 ? getAuthorities().get(0).id() : form.number("authorityId"), form.text("name"))), "store.done.open");
    }

    /** The authorities for which the asker works. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.TICKET_WORK, a.id())).toList();
        }
        return authorities;
    }

    public Form getForm() {
        return form;
    }
}
