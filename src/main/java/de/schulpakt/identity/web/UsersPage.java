package de.schulpakt.identity.web;

import de.schulpakt.identity.CreateUser;
import de.schulpakt.identity.Places;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.UserQueries;
import de.schulpakt.identity.Users;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who may sign in, with which role and where. */
@Named
@ViewScoped
public class UsersPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Users users;
    @Inject
    transient UserQueries queries;
    @Inject
    transient Places places;
    @Inject
    transient Act act;
    private Integer page;
    private String sort;
    private Page<UserQueries.Row> rows;
    private List<Places.Place> authorities;
    private List<Places.Place> schools;
    private Map<Long, String> authorityNames;
    private Map<Long, String> schoolNames;
    private String login;
    private String name;
    private String email;
    private String password;
    private String role;
    private Long authorityId;
    private Long schoolId;

    /** Reads the users of the page that the URL names. */
    public void load() {
        act.show(() -> {
            rows = queries.list(PageRequest.of(page, null, sort));
            authorities = places.authorities();
            schools = places.schools();
            authorityNames = authorities.stream().collect(Collectors.toMap(Places.Place::id, Places.Place::name));
            schoolNames = schools.stream().collect(Collectors.toMap(Places.Place::id, Places.Place::name));
        });
    }

    /** Creates a user. */
    public String create() {
        return act.run(() -> {
            users.create(new CreateUser(login, name, email, password, role == null ? null : Role.valueOf(role), authorityId, schoolId));
        }, "user.created", "users?faces-redirect=true");
    }

    /** Lets a user sign in or no longer. */
    public String activate(Long id, boolean active) {
        return act.run(() -> users.activate(id, active), "user.changed", "users?faces-redirect=true&includeViewParams=true");
    }

    /** Where a role holds, in words; empty for everywhere. */
    public String where(UserQueries.Row row) {
        return row.schoolId() != null ? schoolNames.getOrDefault(row.schoolId(), "")
                : row.authorityId() != null ? authorityNames.getOrDefault(row.authorityId(), "") : "";
    }

    public List<Role> getRoles() {
        return Arrays.asList(Role.values());
    }

    public Page<UserQueries.Row> getRows() {
        return rows;
    }

    public List<Places.Place> getAuthorities() {
        return authorities;
    }

    public List<Places.Place> getSchools() {
        return schools;
    }

    public Integer getPage() {
        return page;
    }

    public void setPage(Integer page) {
        this.page = page;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
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

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
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
}
