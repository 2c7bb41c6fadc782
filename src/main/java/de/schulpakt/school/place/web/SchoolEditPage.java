package de.schulpakt.school.place.web;

import static de.schulpakt.identity.Permission.SCHOOL_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.Schools;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A new school, or a new authority. */
@Named
@ViewScoped
public class SchoolEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Schools schools;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private final SchoolForm form = new SchoolForm();
    private Long authorityId;
    private String stateCode = "RP";
    private String officialNo;
    private String authority;

    /** Opens the form for who may use it. */
    public void load() {
        act.show(() -> {
            guard.require(SCHOOL_EDIT);
        });
    }

    /** Creates the school. */
    public String create() {
        return act.run(() -> "school?faces-redirect=true&id=" + schools.create(form.command(authorityId, stateCode, officialNo)),
                "school.created");
    }

    /** Creates an authority. */
    public String createAuthority() {
        return act.run(() -> schools.createAuthority(new Schools.CreateAuthority(authority)), "school.authority_created",
                "school-new?faces-redirect=true");
    }

    public FederalState[] getStates() {
        return FederalState.values();
    }

    public SchoolForm getForm() {
        return form;
    }

    public Long getAuthorityId() {
        return authorityId;
    }

    public void setAuthorityId(Long authorityId) {
        this.authorityId = authorityId;
    }

    public String getStateCode() {
        return stateCode;
    }

    public void setStateCode(String stateCode) {
        this.stateCode = stateCode;
    }

    public String getOfficialNo() {
        return officialNo;
    }

    public void setOfficialNo(String officialNo) {
        this.officialNo = officialNo;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }
}
