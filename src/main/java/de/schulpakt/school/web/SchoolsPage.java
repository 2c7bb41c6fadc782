package de.schulpakt.school.web;

import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.school.AuthorityOption;
import de.schulpakt.school.SchoolFilter;
import de.schulpakt.school.SchoolQueries;
import de.schulpakt.school.SchoolRow;
import de.schulpakt.school.SchoolType;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The list of schools. */
@Named
@ViewScoped
public class SchoolsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private String text;
    private Long authority;
    private String type;
    private String city;
    private Integer page;
    private String sort;
    private Page<SchoolRow> rows;
    private List<AuthorityOption> authorities;

    /** Reads the schools of the page that the URL names. */
    public void load() {
        act.show(() -> {
            rows = queries.list(filter(text, authority, type, city), PageRequest.of(page, null, sort));
            authorities = queries.authorities();
        });
    }

    /** The filter of a URL; an unknown type is none. */
    static SchoolFilter filter(String text, Long authority, String type, String city) {
        SchoolType known = null;
        for (SchoolType one : SchoolType.values()) {
            known = one.name().equals(type) ? one : known;
        }
        return new SchoolFilter(text, authority, known, city);
    }

    public boolean isImporting() {
        return guard.may(SCHOOL_IMPORT);
    }

    public boolean isCreating() {
        return guard.may(SCHOOL_EDIT);
    }

    public SchoolType[] getTypes() {
        return SchoolType.values();
    }

    public Page<SchoolRow> getRows() {
        return rows;
    }

    public List<AuthorityOption> getAuthorities() {
        return authorities;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Long getAuthority() {
        return authority;
    }

    public void setAuthority(Long authority) {
        this.authority = authority;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public String getCity() {
        return city;
    }

    public void setCity(String city) {
        this.city = city;
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
}
