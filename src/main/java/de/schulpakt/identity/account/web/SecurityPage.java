package de.schulpakt.identity.account.web;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.UserList.AccountState;
import de.schulpakt.identity.account.SecurityLog.SecurityKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** What the lists of users and of the security log can be narrowed down to. */
@Named
@ApplicationScoped
public class SecurityPage {
    public SecurityKind[] getKinds() {
        return SecurityKind.values();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** Whether one can sign in with an account, to choose from. */
    public AccountState[] getStates() {
        return AccountState.values();
    }
}
