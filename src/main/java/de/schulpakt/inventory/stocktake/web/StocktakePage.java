package de.schulpakt.inventory.stocktake.web;

import de.schulpakt.inventory.stocktake.StocktakeAction;
import de.schulpakt.inventory.stocktake.StocktakeOutcome;
import de.schulpakt.inventory.stocktake.StocktakeQueries;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One stock-taking: scan, see what differs, explain it, close. */
@Named
@ViewScoped
public class StocktakePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Stocktakes stocktakes;
    @Inject
    transient StocktakeQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private StocktakeOutcome shown;
    private transient StocktakeQueries.View view;
    private transient Page<StocktakeQueries.Item> items;
    private transient List<StocktakeQueries.Sighting> disputes;
    private Integer version;
    private Integer page;
    private Long roomId;
    private String number;
    private boolean move = true;
    private String last;
    private StocktakeOutcome outcome;
    private String why;
    private boolean accounted;
    private String note;

    /** Reads the stock-taking that the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            shown = Params.constant(StocktakeOutcome.class, here.param("outcome"));
            page = Params.page(here.param("page"));
            version = getView().version();
            roomId = roomId == null ? getView().roomId() : roomId;
            getItems();
        });
    }

    /** Takes a number; the page stays for the next one. */
    public void scan() {
        String typed = number;
        act.run(() -> {
            outcome = stocktakes.scan(id, new Stocktakes.Scan(typed, roomId, move));
            last = typed;
            number = null;
            return null;
        }, null);
        again();
    }

    /** Says in which room something is that people have seen in several; its place in the inventory is put right. */
    public void decide(Long item, Long room) {
        act.run(() -> {
            stocktakes.decide(id, new Stocktakes.Decide(item, room, true));
            return null;
        }, "stocktake.done.decide");
        again();
    }

    /** What people have seen in different rooms. */
    public List<StocktakeQueries.Sighting> getDisputes() {
        if (disputes == null) {
            disputes = queries.disputes(id == null ? -1 : id);
        }
        return disputes;
    }

    public boolean isDeciding() {
        return getView().actions().contains(StocktakeAction.DECIDE);
    }

    /** Explains the items that are ticked. */
    public void explain() {
        List<Long> ids = ticked();
        act.run(() -> {
            stocktakes.explain(id, new Stocktakes.Explain(ids, why, accounted));
            why = null;
            accounted = false;
            return null;
        }, "stocktake.done.explain");
        again();
    }

    /** What is ticked was scanned by mistake. */
    public void unscan() {
        List<Long> ids = ticked();
        act.run(() -> {
            stocktakes.unscan(id, new Stocktakes.Unscan(ids, why));
            why = null;
            outcome = null;
            return null;
        }, "stocktake.done.unscan");
        again();
    }

    private static List<Long> ticked() {
        Map<String, String[]> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        return Arrays.stream(sent.getOrDefault("item", new String[0])).map(Params::number).filter(Objects::nonNull).toList();
    }

    /** Closes it. */
    public String close() {
        return end(() -> stocktakes.close(id, new Stocktakes.Step(version, note)), "stocktake.done.close");
    }

    /** It was closed too early. */
    public String reopen() {
        return end(() -> stocktakes.reopen(id, new Stocktakes.Why(version, note)), "stocktake.done.reopen");
    }

    /** Gives it up. */
    public String cancel() {
        return end(() -> stocktakes.cancel(id, new Stocktakes.Step(version, note)), "stocktake.done.cancel");
    }

    private String end(Runnable step, String done) {
        String to = act.run(step, done, "stocktake?faces-redirect=true&id=" + id);
        if (to == null) {
            again();
        }
        return to;
    }

    private void again() {
        view = null;
        items = null;
        disputes = null;
        act.show(() -> version = getView().version());
    }

    /** The stock-taking, read once per request of the browser. */
    public StocktakeQueries.View getView() {
        if (view == null) {
            view = queries.view(id == null ? -1 : id);
        }
        return view;
    }

    /** A page of its items. */
    public Page<StocktakeQueries.Item> getItems() {
        if (items == null) {
            items = queries.items(id == null ? -1 : id, shown, PageRequest.of(page, null, null));
        }
        return items;
    }

    /** How many items there are of an outcome. */
    public Long count(StocktakeOutcome of) {
        return getView().counts().of(of);
    }

    public boolean isScanning() {
        return getView().actions().contains(StocktakeAction.SCAN);
    }

    public boolean isExplaining() {
        return getView().actions().contains(StocktakeAction.EXPLAIN);
    }

    public StocktakeOutcome[] getOutcomes() {
        return StocktakeOutcome.values();
    }

    public Long getId() {
        return id;
    }

    public StocktakeOutcome getShown() {
        return shown;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public boolean isMove() {
        return move;
    }

    public void setMove(boolean move) {
        this.move = move;
    }

    public String getLast() {
        return last;
    }

    public StocktakeOutcome getOutcome() {
        return outcome;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public boolean isAccounted() {
        return accounted;
    }

    public void setAccounted(boolean accounted) {
        this.accounted = accounted;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
