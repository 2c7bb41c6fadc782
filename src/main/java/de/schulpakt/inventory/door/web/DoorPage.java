package de.schulpakt.inventory.door.web;

import de.schulpakt.inventory.door.DoorQueries;
import de.schulpakt.inventory.door.Doors;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** The link of a sheet and what was written by it, on the page of the sheet. */
@Named
@ViewScoped
public class DoorPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;
    @Inject
    transient Doors doors;
    @Inject
    transient DoorQueries queries;
    @Inject
    transient Clock clock;
    @Inject
    transient Act act;
    private transient DoorQueries.View view;
    private Doors.Made made;
    private final Form form = new Form();

    /** What the school knows, read once for each drawing. */
    public DoorQueries.View of(Long sheet) {
        if (view == null) {
            view = queries.ofSheet(sheet);
            form.putIfAbsent("expiresOn", clock.today().plusDays(DAYS));
        }
        return view;
    }

    /** Makes the link, which is shown this once. */
    public String make(Long sheet) {
        return act.run(() -> {
            made = doors.makeLink(sheet, new Doors.MakeLink(form.day("expiresOn")));
            view = null;
            return null;
        }, "door.done.make");
    }

    /** It opens nothing any longer. */
    public String end(Long sheet) {
        return act.run(() -> doors.endLink(sheet), "door.done.end", address(sheet));
    }

    /** The school has seen to a reply. */
    public String see(Long sheet, Long reply) {
        return act.run(() -> doors.see(reply), "door.done.see", address(sheet));
    }

    private static String address(Long sheet) {
        return "loan-sheet?faces-redirect=true&id=" + sheet;
    }

    /** The address that is given to who has borrowed; null if none was made just now. */
    public String getAddress() {
        if (made == null) {
            return null;
        }
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length()) + "/borrowed.xhtml?link=" + made.secret();
    }

    public Doors.Made getMade() {
        return made;
    }

    public Form getForm() {
        return form;
    }
}
