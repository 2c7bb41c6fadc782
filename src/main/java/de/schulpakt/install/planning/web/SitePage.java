package de.schulpakt.install.planning.web;

import de.schulpakt.install.planning.BlockKind;
import de.schulpakt.install.planning.SiteQueries;
import de.schulpakt.install.planning.SiteTimes;
import de.schulpakt.platform.web.Act;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;

/** When technicians can come to the school that the address names. */
@Named
@ViewScoped
public class SitePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SiteQueries queries;
    @Inject
    transient SiteTimes times;
    @Inject
    transient Act act;
    private transient SiteQueries.View view;
    private Long school;
    private Integer version;
    private LocalTime opens;
    private LocalTime closes;
    private BlockKind kind = BlockKind.EXAM;
    private LocalDate fromOn;
    private LocalDate toOn;

    /** Reads the school. */
    public void load() {
        act.show(() -> {
            school = school == null ? Long.valueOf(-1) : school;
            opens = getView().opens();
            closes = getView().closes();
            version = getView().version();
        });
    }

    /** Keeps the hours. */
    public String hours() {
        return run(() -> times.hours(school, new SiteTimes.Hours(version, opens, closes)), "site.saved");
    }

    /** Nobody comes on these days. */
    public String block() {
        return run(() -> times.block(school, new SiteTimes.Block(kind, fromOn, toOn)), "PlanningAction.BLOCK.done");
    }

    /** One can come after all. */
    public String unblock(Long id) {
        return run(() -> times.unblock(id), "PlanningAction.UNBLOCK.done");
    }

    private String run(Runnable step, String done) {
        String next = act.run(step, done, "site?faces-redirect=true&school=" + school);
        view = null;
        return next;
    }

    public SiteQueries.View getView() {
        if (view == null) {
            view = queries.school(school);
        }
        return view;
    }

    public BlockKind[] getKinds() {
        return BlockKind.values();
    }

    public Long getSchool() {
        return school;
    }

    public void setSchool(Long school) {
        this.school = school;
    }

    public LocalTime getOpens() {
        return opens;
    }

    public void setOpens(LocalTime opens) {
        this.opens = opens;
    }

    public LocalTime getCloses() {
        return closes;
    }

    public void setCloses(LocalTime closes) {
        this.closes = closes;
    }

    public BlockKind getKind() {
        return kind;
    }

    public void setKind(BlockKind kind) {
        this.kind = kind;
    }

    public LocalDate getFromOn() {
        return fromOn;
    }

    public void setFromOn(LocalDate fromOn) {
        this.fromOn = fromOn;
    }

    public LocalDate getToOn() {
        return toOn;
    }

    public void setToOn(LocalDate toOn) {
        this.toOn = toOn;
    }
}
