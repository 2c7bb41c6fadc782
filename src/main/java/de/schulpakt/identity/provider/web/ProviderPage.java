package de.schulpakt.identity.provider.web;

import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.identity.provider.ClaimRules;
import de.schulpakt.identity.provider.ProviderQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Signing in with an identity provider, for administrators: what claims give, who is connected, what would this person get. */
@Named
@ViewScoped
public class ProviderPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String SELF = "provider?faces-redirect=true";
    @Inject
    transient ClaimRules rules;
    @Inject
    transient ProviderQueries queries;
    @Inject
    transient SignIns.Provider provider;
    @Inject
    transient Act act;
    private transient List<ProviderQueries.Rule> rows;
    private transient List<ProviderQueries.Connection> connections;
    private transient List<ProviderQueries.Would> would;
    private String claim;
    private String value;
    private String role;
    private String place;
    private boolean linkByMail;
    private boolean makeAccounts;
    private Integer hours;
    private String claims;
    private String login;

    /** Reads what is decided. */
    public void load() {
        act.show(() -> {
            ProviderQueries.Choice choice = queries.choice();
            linkByMail = choice.linkByMail();
            makeAccounts = choice.makeAccounts();
            hours = choice.hours();
        });
    }

    /** Adds a rule. */
    public String add() {
        return act.run(() -> {
            Long id = place == null || place.length() < 2 ? null : Long.valueOf(place.substring(1));
            rules.add(new ClaimRules.Add(claim, value, new Grant(role == null || role.isEmpty() ? null : Role.valueOf(role),
                    id != null && place.charAt(0) == 'a' ? id : null, id != null && place.charAt(0) == 's' ? id : null)));
        }, "claimrule.added", SELF);
    }

    /** Takes a rule away. */
    public String remove(Long id) {
        return act.run(() -> rules.remove(id), "claimrule.removed", SELF);
    }

    /** Keeps what is decided of those whom no account is connected with. */
    public String choose() {
        return act.run(() -> rules.choose(new ClaimRules.Choose(linkByMail, makeAccounts, hours)), "claimrule.chosen", SELF);
    }

    /** Ends somebody's connection. */
    public String unlink(Long userId) {
        return act.run(() -> rules.unlink(userId), "provider.unlinked", SELF);
    }

    /** Shows what these claims would give. */
    public String look() {
        return act.run(() -> {
            would = queries.look(new ProviderQueries.Look(claims, login));
            return null;
        }, null);
    }

    /** True if the operator has set one. */
    public boolean isOn() {
        return provider.on();
    }

    public String getName() {
        return provider.name();
    }

    public List<ProviderQueries.Rule> getRows() {
        if (rows == null) {
            rows = queries.rules();
        }
        return rows;
    }

    public List<ProviderQueries.Connection> getConnections() {
        if (connections == null) {
            connections = queries.connections();
        }
        return connections;
    }

    /** What the claims that were typed would give; null before they were. */
    public List<ProviderQueries.Would> getWould() {
        return would;
    }

    public String getClaim() {
        return claim;
    }

    public void setClaim(String claim) {
        this.claim = claim;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public boolean isLinkByMail() {
        return linkByMail;
    }

    public void setLinkByMail(boolean linkByMail) {
        this.linkByMail = linkByMail;
    }

    public boolean isMakeAccounts() {
        return makeAccounts;
    }

    public void setMakeAccounts(boolean makeAccounts) {
        this.makeAccounts = makeAccounts;
    }

    public Integer getHours() {
        return hours;
    }

    public void setHours(Integer hours) {
        this.hours = hours;
    }

    public String getClaims() {
        return claims;
    }

    public void setClaims(String claims) {
        this.claims = claims;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }
}
