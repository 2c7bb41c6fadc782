package de.schulpakt.inventory.value.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.value.Values;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** The form that makes the statement of a year. */
@Named
@ViewScoped
public class AssetNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int YEARS = 10;
    @Inject
    transient Values values;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Act act;
    private Long authorityId;
    private Integer year;
    private transient List<SchoolQueries.AuthorityOption> authorities;

    /** Only for who may make one somewhere. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.OWN_MONEY_EDIT)) {
                throw new Forbidden(Permission.OWN_MONEY_EDIT);
            }
            year = year == null ? clock.today().getYear() : year;
        });
    }

    /** Makes it. */
    public String make() {
        return act.run(() -> "assets?faces-redirect=true&run=" + values.make(new Values.Make(authorityId, year)), "value.done.make");
    }

    /** The authorities for which the asker may make one. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.OWN_MONEY_EDIT, a.id())).toList();
        }
        return authorities;
    }

    /** This year and those before. */
    public List<Integer> getYears() {
        return IntStream.range(0, YEARS).mapToObj(i -> clock.today().getYear() - i).toList();
    }

    public Long getAuthorityId() {
        return authorityId;
    }

    public void setAuthorityId(Long authorityId) {
        this.authorityId = authorityId;
    }

    public Integer getYear() {
        return year;
    }

    public void setYear(Integer year) {
        this.year = year;
    }
}
