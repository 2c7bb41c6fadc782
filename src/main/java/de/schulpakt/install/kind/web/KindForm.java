package de.schulpakt.install.kind.web;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindDevices;
import de.schulpakt.install.kind.KindWorkers;
import de.schulpakt.install.kind.Kinds;
import de.schulpakt.install.kind.Priority;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What an administrator types for a kind; without a revision it is a new one. */
public class KindForm implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Lines for results that are not there yet. */
    private static final int EMPTY = 3;
    private static final int MOST = 20;
    private String code;
    private Integer revision;
    private String nameDe;
    private String nameEn;
    private String stepsDe;
    private String stepsEn;
    private boolean measurement;
    private boolean photo;
    private boolean acceptance;
    private KindDevices devices = KindDevices.NONE;
    private boolean schoolOpens;
    private Priority priority = Priority.NORMAL;
    private Integer minutes = 60;
    private String followUp;
    private String defectKind;
    private boolean clocked;
    private boolean offered = true;
    private boolean noisy;
    private KindWorkers workers = KindWorkers.TECHNICIANS;
    private String team;
    private final ArrayList<ResultLine> results = new ArrayList<>();

    /** With some empty lines for results. */
    public KindForm() {
        more();
    }

    private void more() {
        for (int i = 0; i < EMPTY && results.size() < MOST; i++) {
            results.add(new ResultLine());
        }
    }

    void show(Kind kind) {
        code = kind.code();
        revision = kind.revision();
        nameDe = kind.nameDe();
        nameEn = kind.nameEn();
        stepsDe = String.join("\n", kind.stepsDe());
        stepsEn = String.join("\n", kind.stepsEn());
        measurement = kind.measurement();
        photo = kind.photo();
        acceptance = kind.acceptance();
        devices = kind.devices();
        schoolOpens = kind.schoolOpens();
        priority = kind.priority();
        minutes = kind.minutes();
        followUp = kind.followUp();
        defectKind = kind.defectKind();
        clocked = kind.clocked();
        offered = kind.offered();
        noisy = kind.noisy();
        workers = kind.workers();
        team = kind.team();
        results.clear();
        kind.results().forEach(result -> results.add(ResultLine.of(result)));
        more();
    }

    Kinds.Facts facts() {
        return new Kinds.Facts(nameDe, nameEn, stepsDe, stepsEn, measurement, photo, acceptance, devices, schoolOpens, priority, minutes,
                followUp, defectKind, clocked, offered, noisy, results.stream().filter(line -> !line.blank()).map(ResultLine::result).toList(), workers, team);
    }

    public List<ResultLine> getResults() {
        return results;
    }

    public KindWorkers getWorkers() {
        return workers;
    }

    public void setWorkers(KindWorkers workers) {
        this.workers = workers;
    }

    public String getTeam() {
        return team;
    }

    public void setTeam(String team) {
        this.team = team;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Integer getRevision() {
        return revision;
    }

    public String getNameDe() {
        return nameDe;
    }

    public void setNameDe(String nameDe) {
        this.nameDe = nameDe;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public String getStepsDe() {
        return stepsDe;
    }

    public void setStepsDe(String stepsDe) {
        this.stepsDe = stepsDe;
    }

    public String getStepsEn() {
        return stepsEn;
    }

    public void setStepsEn(String stepsEn) {
        this.stepsEn = stepsEn;
    }

    public boolean isMeasurement() {
        return measurement;
    }

    public void setMeasurement(boolean measurement) {
        this.measurement = measurement;
    }

    public boolean isPhoto() {
        return photo;
    }

    public void setPhoto(boolean photo) {
        this.photo = photo;
    }

    public boolean isAcceptance() {
        return acceptance;
    }

    public void setAcceptance(boolean acceptance) {
        this.acceptance = acceptance;
    }

    public KindDevices getDevices() {
        return devices;
    }

    public void setDevices(KindDevices devices) {
        this.devices = devices;
    }

    public boolean isSchoolOpens() {
        return schoolOpens;
    }

    public void setSchoolOpens(boolean schoolOpens) {
        this.schoolOpens = schoolOpens;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getFollowUp() {
        return followUp;
    }

    public void setFollowUp(String followUp) {
        this.followUp = followUp;
    }

    public String getDefectKind() {
        return defectKind;
    }

    public void setDefectKind(String defectKind) {
        this.defectKind = defectKind;
    }

    public boolean isClocked() {
        return clocked;
    }

    public void setClocked(boolean clocked) {
        this.clocked = clocked;
    }

    public boolean isNoisy() {
        return noisy;
    }

    public void setNoisy(boolean noisy) {
        this.noisy = noisy;
    }

    public boolean isOffered() {
        return offered;
    }

    public void setOffered(boolean offered) {
        this.offered = offered;
    }
}
