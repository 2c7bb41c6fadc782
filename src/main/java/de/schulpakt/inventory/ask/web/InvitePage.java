package de.schulpakt.inventory.ask.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.ask.AskQueries;
import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;

/** The address at which one school is asked for devices; the address of the page names the school, else it is the first one of the asker. */
@Named
@ViewScoped
public class InvitePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 90;
    @Inject
    transient Asks asks;
    @Inject
    transient AskQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long school;
    private Long picked;
    private boolean several;
    private String name;
    private LocalDate openUntil;
    private Asks.Made made;
    private final Form form = new Form();

    /** Finds the school. */
    public void load() {
        act.show(() -> {
            guard.require(Permission.LOAN_EDIT);
            take(schools.pick(Permission.LOAN_EDIT, Params.number(here.param("school"))));
            openUntil = queries.openUntil(school);
            form.putIfAbsent("expiresOn", clock.today().plusDays(DAYS));
        });
    }

    /** Makes the address, which is shown this once. */
    public String make() {
        return act.run(() -> {
            made = asks.invite(school, new Asks.Invite(form.day("expiresOn")));
            openUntil = made.expiresOn();
            return null;
        }, "ask.done.invite");
    }

    /** It opens nothing any longer. */
    public String end() {
        return act.run(() -> asks.endInvite(school), "ask.done.end", "loan-invite?faces-redirect=true&school=" + school);
    }

    /** The address that is given to who is to ask; null if none was made just now. */
    public String getAddress() {
        if (made == null) {
            return null;
        }
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length()) + "/ask.xhtml?link=" + made.secret();
    }

    private void take(SchoolQueries.Picked found) {
        school = found.school().id();
        picked = school;
        name = found.school().name();
        several = found.several();
    }

    /** Goes on to the school that was picked. */
    public String pick() {
        return "loan-invite?faces-redirect=true&school=" + picked;
    }

    /** True if the asker may pick another school. */
    public boolean isSeveral() {
        return several;
    }

    public Long getPicked() {
        return picked;
    }

    public void setPicked(Long picked) {
        this.picked = picked;
    }

    public LocalDate getOpenUntil() {
        return openUntil;
    }

    public Asks.Made getMade() {
        return made;
    }

    public String getName() {
        return name;
    }

    public Form getForm() {
        return form;
    }
}
