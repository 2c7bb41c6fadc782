package de.schulpakt.identity.account.web;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.PasswordLinks;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** One account as administrators see to it: roles, password, sessions, tokens. */
@Named
@ViewScoped
public class UserPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Users users;
    @Inject
    transient PasswordLinks links;
    @Inject
    transient UserQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private transient UserQueries.View view;
    private final RolePlaces.Line line = new RolePlaces.Line();
    private final Form form = new Form();
    private String email;
    private PasswordLinks.Made made;

    /** Reads the user that the URL names. */
    public void load() {
        act.show(() -> {
            form.putIfAbsent("login", getView().login());
            form.putIfAbsent("name", getView().name());
        });
    }

    /** Gives one more role. */
    public String grant() {
        return run(() -> users.grant(id, line.grant()));
    }

    /** Takes a role back. */
    public String takeRole(UserQueries.Held held) {
        return run(() -> users.takeRole(id, new Grant(held.role(), held.authorityId(), held.schoolId())));
    }

    /** Gives a role a last day, or takes it off. */
    public String limit() {
        return run(() -> {
            Long place = form.number("held");
            UserQueries.Held held = place == null ? null : getView().grants().stream().skip(Math.max(0, place)).findFirst().orElse(null);
            users.limit(id, new Users.Limit(held == null ? null : new Grant(held.role(), held.authorityId(), held.schoolId()), form.day("untilOn")));
        });
    }

    /** Sends a link to set a password; one that cannot be sent is shown this once. */
    public String sendLink() {
        return act.run(() -> {
            made = links.send(id, new PasswordLinks.Send(email));
            view = null;
            return made.link() == null ? "user?faces-redirect=true&id=" + id : null;
        }, "link.made");
    }

    /** Lets the user sign in again. */
    public String activate() {
        return run(() -> users.activate(id, true));
    }

    /** Lets the user sign in no longer. */
    public String deactivate() {
        return run(() -> users.activate(id, false));
    }

    /** Puts name and user name right. */
    public String correct() {
        return run(() -> users.correct(id, new Users.Correct(form.text("login"), form.text("name"))));
    }

    /** Ends the waiting after failures. */
    public String unlock() {
        return run(() -> users.unlock(id));
    }

    /** Ends all sessions and tokens. */
    public String endAll() {
        return run(() -> users.endAll(id));
    }

    /** Revokes a token. */
    public String revoke(Long token) {
        return run(() -> users.revokeToken(id, token));
    }

    private String run(Runnable work) {
        return act.run(work, "user.changed", "user?faces-redirect=true&id=" + id);
    }

    public UserQueries.View getView() {
        if (view == null) {
            view = queries.view(id == null ? -1 : id);
        }
        return view;
    }

    public RolePlaces.Line getLine() {
        return line;
    }

    /** The roles of the user by their place in the table. */
    public List<Integer> getPlaces() {
        return IntStream.range(0, getView().grants().size()).boxed().toList();
    }

    /** True if the user has the role of an auditor somewhere. */
    public boolean isAuditor() {
        return getView().grants().stream().anyMatch(g -> g.role() == Role.AUDITOR);
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

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** A link that was made just now and could not be sent, else null. */
    public PasswordLinks.Made getMade() {
        return made;
    }
}
