package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.UserQueries;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** One's own access tokens. */
@Named
@ViewScoped
public class TokensPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;
    @Inject
    transient Accounts accounts;
    @Inject
    transient UserQueries queries;
    @Inject
    transient CurrentUser user;
    @Inject
    transient Act act;
    private List<UserQueries.Token> tokens;
    private String label;
    private Integer days = USUAL_DAYS;
    private boolean readsOnly;
    private Long authorityId;
    private Long schoolId;
    private String[] rights;
    private String made;

    /** Reads the tokens. */
    public void load() {
        act.show(() -> tokens = queries.tokens());
    }

    /** Makes a token and shows its secret this once. */
    public void create() {
        act.run(() -> {
            Accounts.NewToken token = accounts.createToken(new Accounts.CreateToken(label, days, readsOnly, authorityId, schoolId,
                    rights == null || rights.length == 0 ? null : Arrays.stream(rights).map(Permission::valueOf).toList()));
            made = token.token();
            label = null;
            readsOnly = false;
            authorityId = null;
            schoolId = null;
            rights = null;
        }, null, null);
        load();
    }

    /** Ends a token. */
    public void revoke(Long id) {
        act.run(() -> accounts.revokeToken(id), "token.revoked", null);
        load();
    }

    public List<UserQueries.Token> getTokens() {
        return tokens;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }

    /** True if the asker has a role for an authority as a whole, and may hold a token to one. */
    public boolean isAuthorities() {
        return user.grants().stream().anyMatch(g -> g.schoolId() == null);
    }

    public boolean isReadsOnly() {
        return readsOnly;
    }

    public void setReadsOnly(boolean readsOnly) {
        this.readsOnly = readsOnly;
    }

    public Long getAuthorityId() {
        return authorityId;
    }

    public void setAuthorityId(Long authorityId) {
        this.authorityId = authorityId;
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    /** The rights that the asker has somewhere, to choose from. */
    public List<Permission> getOwnRights() {
        return Arrays.stream(Permission.values()).filter(right -> user.grants().stream().anyMatch(g -> g.role().permissions().contains(right))).toList();
    }

    /** Names of the chosen rights; none: all that the asker has. */
    public String[] getRights() {
        return rights == null ? new String[0] : rights.clone();
    }

    public void setRights(String[] rights) {
        this.rights = rights == null ? null : rights.clone();
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    /** The secret of the token just made, else null. */
    public String getMade() {
        return made;
    }
}
