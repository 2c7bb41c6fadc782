package de.schulpakt.inventory.ask.web;

import de.schulpakt.inventory.ask.AskQueries;
import de.schulpakt.inventory.ask.AskState;
import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.inventory.door.DoorKey;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * What who asks for a device sees without an account: first the field for the code, then the form, and then their own address, at which the answer
 * is read.
 */
@Named
@RequestScoped
public class AskPage {
    @Inject
    Asks asks;
    @Inject
    AskQueries queries;
    @Inject
    Here here;
    @Inject
    Act act;
    private String link;
    private String mine;
    private String code;
    private AskQueries.Door door;
    private AskQueries.Own own;
    private Asks.Asked asked;
    private boolean wrong;
    private boolean tried;
    private final Form form = new Form();

    /** Opens the door; a wrong code and a wrong address are answered alike. */
    public String open() {
        enter();
        return null;
    }

    /** Asks for a device. */
    public String ask() {
        return door == null ? null : act.run(() -> {
            asked = asks.ask(link, code, new Asks.Ask(form.choice(Loans.BorrowerKind.class, "kind"), form.text("borrower"), form.text("schoolClass"),
                    form.text("contact"), form.text("guardian"), form.number("modelId"), form.day("fromOn"), form.day("toOn"), form.text("words"),
                    here.param("once")));
            form.clear();
            return null;
        }, "ask.done.ask");
    }

    /** It is not wanted any longer. */
    public String withdraw() {
        return own == null ? null : act.run(() -> {
            asks.withdraw(mine, code);
            enter();
            return null;
        }, "ask.done.withdraw");
    }

    /** True if the door of the school is open. A form behind it brings address and code, which are asked before anything of it is read. */
    public boolean isInside() {
        again();
        return door != null && asked == null;
    }

    /** True if an ask of their own is open. */
    public boolean isOwn() {
        again();
        return own != null;
    }

    private void again() {
        if (tried) {
            return;
        }
        if (!here.param("ask").isEmpty()) {
            link = here.param("ask:link");
            code = here.param("ask:code");
            enter();
        } else if (!here.param("withdraw").isEmpty()) {
            mine = here.param("withdraw:mine");
            code = here.param("withdraw:code");
            enter();
        }
    }

    private void enter() {
        tried = true;
        act.run(() -> {
            String typed = code == null ? "" : code;
            if (mine != null && !mine.isBlank()) {
                Long id = asks.look(mine, typed);
                own = id == null ? null : queries.own(id);
                wrong = id == null;
            } else {
                Long school = asks.knock(link == null ? "" : link, typed);
                door = school == null ? null : queries.door(school);
                wrong = school == null;
            }
            return null;
        }, null);
    }

    /** The address at which the answer is read; null if nothing was asked just now. */
    public String getAddress() {
        return asked == null ? null : address(asked.secret());
    }

    private static String address(String secret) {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length()) + "/ask.xhtml?mine=" + secret;
    }

    /** A key for the form, under which it is one ask however often it is sent. */
    public String getOnce() {
        return DoorKey.secret();
    }

    /** True while it may be taken back. */
    public boolean isOpen() {
        return own.state() == AskState.ASKED;
    }

    /** Who may ask: pupils and teachers. */
    public List<Loans.BorrowerKind> getKinds() {
        return List.of(Loans.BorrowerKind.PUPIL, Loans.BorrowerKind.TEACHER);
    }

    public boolean isWrong() {
        return wrong;
    }

    public AskQueries.Door getDoor() {
        return door;
    }

    public AskQueries.Own getView() {
        return own;
    }

    public Asks.Asked getAsked() {
        return asked;
    }

    public String getLink() {
        return link;
    }

    public void setLink(String link) {
        this.link = link;
    }

    public String getMine() {
        return mine;
    }

    public void setMine(String mine) {
        this.mine = mine;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Form getForm() {
        return form;
    }
}
