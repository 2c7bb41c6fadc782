package de.schulpakt.install.fault.web;

import de.schulpakt.install.fault.FaultQueries;
import de.schulpakt.install.fault.Faults;
import de.schulpakt.platform.web.Act;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What who stands before a door or a device sees, without an account: what is known there, and a form. The code is in the address. */
@Named
@RequestScoped
public class ReportPage {
    @Inject
    Faults faults;
    @Inject
    FaultQueries queries;
    @Inject
    Photo photos;
    @Inject
    Act act;
    private String code;
    private FaultQueries.Door door;
    private String words;
    private Part photo;

    /** The code is known before the form is read: what is known there is shown or not by it. */
    @PostConstruct
    void read() {
        Map<String, String> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        code = sent.getOrDefault("report:code", sent.get("code"));
    }

    /** Finds the door. */
    public void load() {
        act.show(() -> door = queries.door(code));
    }

    /** Reports what is typed. */
    public String report() {
        return act.run(() -> {
            // before anything is taken in from somebody who has no account
            queries.door(code);
            photos.with(photo, picture -> faults.reportByCode(code, new Faults.ByCode(words), picture));
            return "report?faces-redirect=true&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        }, "fault.done_code");
    }

    /** The door; found anew after a refusal, as the page keeps no state. */
    public FaultQueries.Door getDoor() {
        if (door == null) {
            load();
        }
        return door;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public Part getPhoto() {
        return photo;
    }

    public void setPhoto(Part photo) {
        this.photo = photo;
    }
}
