package de.schulpakt.install.fault.web;

import de.schulpakt.install.fault.FaultQueries;
import de.schulpakt.install.fault.Faults;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.platform.web.Qr;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The codes of a school's doors and devices, to be printed; the school stands in the address, a device may. */
@Named
@ViewScoped
public class CodesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Faults faults;
    @Inject
    transient FaultQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<FaultQueries.Code> codes;
    private transient Map<String, Qr> drawn;
    private Long schoolId;
    private Long deviceId;
    private String school;

    /** Reads the codes. */
    public void load() {
        act.show(() -> {
            Long asked = Params.number(here.param("school"));
            schoolId = asked == null ? Long.valueOf(-1) : asked;
            deviceId = Params.number(here.param("device"));
            getCodes();
            school = schools.school(schoolId).name();
        });
    }

    /** Makes the codes of all rooms. */
    public String make() {
        return act.run(() -> faults.makeCodes(schoolId), "fault.codes_made", here());
    }

    /** Makes the code of the device in the address. */
    public String makeOfDevice() {
        return act.run(() -> faults.makeCode(new Faults.MakeCode(null, deviceId)), "fault.code_made", here());
    }

    /** Makes a printed one worthless. */
    public String renew(Long id, Integer version) {
        return act.run(() -> faults.renewCode(id, new Faults.Renew(version)), "fault.code_renewed", here());
    }

    private String here() {
        return "codes?faces-redirect=true&school=" + schoolId + (deviceId == null ? "" : "&device=" + deviceId);
    }

    /** The address that is printed. */
    public String address(FaultQueries.Code code) {
        HttpServletRequest request = (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length()) + "/report.xhtml?code=" + code.code();
    }

    /** The address as a code to be read by a phone. */
    public Qr qr(FaultQueries.Code code) {
        if (drawn == null) {
            drawn = new HashMap<>();
        }
        return drawn.computeIfAbsent(code.code(), c -> Qr.of(address(code)));
    }

    /** True if the address names a device that has no code yet. */
    public boolean isDeviceWithout() {
        return deviceId != null && getCodes().stream().noneMatch(c -> deviceId.equals(c.deviceId()));
    }

    public List<FaultQueries.Code> getCodes() {
        if (codes == null) {
            // one device asked for stands alone
            List<FaultQueries.Code> all = queries.codes(schoolId);
            codes = deviceId == null ? all.stream().filter(c -> c.deviceId() == null).toList() : all.stream().filter(c -> deviceId.equals(c.deviceId())).toList();
        }
        return codes;
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public String getSchool() {
        return school;
    }
}
