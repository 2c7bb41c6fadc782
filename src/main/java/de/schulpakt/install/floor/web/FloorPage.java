package de.schulpakt.install.floor.web;

import de.schulpakt.install.floor.FloorPlans;
import de.schulpakt.install.floor.FloorQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One floor plan: what is drawn where, and the forms that draw, move and take off, which a click or a drag on the picture fills. */
@Named
@ViewScoped
public class FloorPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> WHAT = List.of("unit", "port", "device");
    @Inject
    transient FloorQueries queries;
    @Inject
    transient FloorPlans plans;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient FloorQueries.View view;
    /** The version in which the page shows each mark. */
    private final Map<Long, Integer> seen = new HashMap<>();
    private Long id;
    private String what = "unit";
    private Long mark;
    private Long thingId;
    private Integer x;
    private Integer y;
    private Long markId;
    private Integer toX;
    private Integer toY;
    private Long paperId;
    private Integer pageNo = 1;
    private final Form form = new Form();

    /** Reads the plan; the address may name a mark that is meant, and what is to be drawn. */
    public void load() {
        act.show(() -> {
            id = id == null ? Long.valueOf(-1) : id;
            what = here.param("what") != null && WHAT.contains(here.param("what")) ? here.param("what") : "unit";
            mark = Params.number(here.param("mark"));
            FloorQueries.View now = getView();
            now.marks().stream().filter(one -> one.id().equals(mark)).findFirst().ifPresent(one -> {
                markId = one.id();
                toX = one.x();
                toY = one.y();
            });
        });
    }

    /** Draws what is chosen. */
    public String place() {
        return run(() -> plans.place(id, new FloorPlans.Place("unit".equals(what) ? thingId : null, "port".equals(what) ? thingId : null,
                "device".equals(what) ? thingId : null, x, y)), "FloorAction.PLACE.done");
    }

    /** Draws a mark elsewhere. */
    public String move() {
        return run(() -> plans.move(markId, new FloorPlans.Move(seen.get(markId), toX, toY)), "FloorAction.MOVE_MARK.done");
    }

    /** Takes a mark off. */
    public String take() {
        return run(() -> plans.take(markId, new FloorPlans.Take(seen.get(markId), null)), "FloorAction.TAKE_OFF.done");
    }

    /** Takes a page of a PDF as the picture. */
    public String page() {
        return run(() -> plans.page(id, new FloorPlans.Page(paperId, pageNo)), "floor.page_done");
    }

    /** There is no such floor. */
    public String remove() {
        String next = act.run(() -> plans.remove(id, new FloorPlans.Remove(getView().plan().version(), form.text("reason"))), "FloorAction.REMOVE_FLOOR.done",
                "floors?faces-redirect=true&school=" + getView().plan().schoolId());
        if (next == null) {
            view = null;
        }
        return next;
    }

    private String run(Runnable step, String done) {
        String next = act.run(step, done, "floor?faces-redirect=true&id=" + id + "&what=" + what);
        view = null;
        return next;
    }

    public FloorQueries.View getView() {
        if (view == null) {
            view = queries.plan(id);
            view.marks().forEach(one -> seen.put(one.id(), one.version()));
        }
        return view;
    }

    /** The tone in which the state of a mark is shown. */
    public String tone(FloorQueries.Mark one) {
        return switch (one.state()) {
            case USED -> "ok";
            case FREE -> "mute";
            case OFF -> "bad";
        };
    }

    /** The page of what a mark is. */
    public String href(FloorQueries.Mark one) {
        return one.deviceId() != null ? "/inventory/device.xhtml?id=" + one.deviceId() : "unit.xhtml?id=" + (one.unitId() != null ? one.unitId() : one.portUnitId());
    }

    /** A place in percent, as a style names it. */
    public String percent(Integer perMille) {
        return perMille / 10 + "." + perMille % 10 + "%";
    }

    public List<String> getWhats() {
        return WHAT;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getWhat() {
        return what;
    }

    public Long getMark() {
        return mark;
    }

    public Long getThingId() {
        return thingId;
    }

    public void setThingId(Long thingId) {
        this.thingId = thingId;
    }

    public Integer getX() {
        return x;
    }

    public void setX(Integer x) {
        this.x = x;
    }

    public Integer getY() {
        return y;
    }

    public void setY(Integer y) {
        this.y = y;
    }

    public Long getMarkId() {
        return markId;
    }

    public void setMarkId(Long markId) {
        this.markId = markId;
    }

    public Integer getToX() {
        return toX;
    }

    public void setToX(Integer toX) {
        this.toX = toX;
    }

    public Integer getToY() {
        return toY;
    }

    public void setToY(Integer toY) {
        this.toY = toY;
    }

    public Long getPaperId() {
        return paperId;
    }

    public void setPaperId(Long paperId) {
        this.paperId = paperId;
    }

    public Integer getPageNo() {
        return pageNo;
    }

    public void setPageNo(Integer pageNo) {
        this.pageNo = pageNo;
    }

    public Form getForm() {
        return form;
    }
}
