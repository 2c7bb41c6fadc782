package de.schulpakt.identity.account.web;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.PasswordLinks;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The form that makes an account. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Users users;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private String login;
    private String name;
    private String email;
    private PasswordLinks.Made made;
    private final List<RolePlaces.Line> lines = new ArrayList<>(List.of(new RolePlaces.Line()));

    /** The form is shown to who may make accounts. */
    public void load() {
        act.show(() -> guard.requireEverywhere(USER_ADMIN));
    }

    /** One more role in the form. */
    public void addLine() {
        lines.add(new RolePlaces.Line());
    }

    /** Creates a user with all the roles of the form; a link that could not be sent is shown here, else the account's page follows. */
    public String create() {
        return act.run(() -> {
            List<Grant> grants = lines.stream().filter(line -> !line.isEmpty()).map(RolePlaces.Line::grant).toList();
            Grant first = grants.isEmpty() ? new Grant(null, null, null) : grants.get(0);
            made = users.create(new CreateUser(login, name, email, first.role(), first.authorityId(), first.schoolId(),
                    grants.size() > 1 ? grants.subList(1, grants.size()) : null));
            return made.link() == null ? "user?faces-redirect=true&id=" + made.userId() : null;
        }, "user.created");
    }

    public List<RolePlaces.Line> getLines() {
        return lines;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    /** The account just made whose link could not be sent, else null. */
    public PasswordLinks.Made getMade() {
        return made;
    }
}
