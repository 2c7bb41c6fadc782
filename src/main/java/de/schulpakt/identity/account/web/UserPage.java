package de.schulpakt.identity.account.web;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One account as administrators see to it: roles, password, sessions, tokens. */
@Named
@ViewScoped
public class UserPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Users users;
    @Inject
    transient UserQueries queries;
    @Inject
    transient Act act;
    private Long id;
    private transient UserQueries.View view;
    private final RolePlaces.Line line = new RolePlaces.Line();
    private String password;

    /** Reads the user that the URL names. */
    public void load() {
        act.show(this::getView);
    }

    /** Gives one more role. */
    public String grant() {
        return run(() -> users.grant(id, line.grant()));
    }

    /** Takes a role back. */
    public String takeRole(Grant grant) {
        return run(() -> users.takeRole(id, grant));
    }

    /** Gives a new password, which must be changed at the next login. */
    public String givePassword() {
        return run(() -> users.givePassword(id, new Users.GivePassword(password)));
    }

    /** Lets the user sign in again. */
    public String activate() {
        return run(() -> users.activate(id, true));
    }

    /** Lets the user sign in no longer. */
    public String deactivate() {
        return run(() -> users.activate(id, false));
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

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
