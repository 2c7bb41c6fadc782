package de.schulpakt.install.queue.web;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.queue.Bulk;
import de.schulpakt.install.ticket.TicketList;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tickets that nobody has, of all schools or of the one in the address, to be worked off together. */
@Named
@ViewScoped
public class BulkPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    @Inject
    transient Bulk bulk;
    @Inject
    transient TicketList list;
    @Inject
    transient Here here;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private ArrayList<TicketQueries.Row> rows = new ArrayList<>();
    private final HashMap<Long, Boolean> chosen = new HashMap<>();
    private ArrayList<String> failed = new ArrayList<>();
    private Bulk.Action action = Bulk.Action.TAKE;
    private Long school;
    private Long technicianId;
    private Long teamId;
    private Priority priority;
    private LocalDate dueOn;

    /** Reads the tickets. */
    public void load() {
        act.show(() -> {
            school = Params.number(here.param("school"));
            read();
        });
    }

    private void read() {
        ListView view = ListView.all().with("state", TicketState.OPEN).with("size", MOST);
        rows = new ArrayList<>(list.page(school == null ? view : view.with("school", school)).rows());
        chosen.clear();
    }

    /** Takes the step on those that are chosen; the page then says what was refused. */
    public String run() {
        return act.run(() -> {
            List<TicketQueries.Row> those = rows.stream().filter(row -> Boolean.TRUE.equals(chosen.get(row.id()))).toList();
            if (those.isEmpty()) {
                throw new Refused("bulk.none");
            }
            List<Bulk.Result> results = bulk.run(new Bulk.Command(action, those.stream().map(row -> new Bulk.Seen(row.id(), row.version())).toList(),
                    technicianId, teamId, priority, dueOn), language.getLocale());
            Map<Long, String> numbers = new HashMap<>();
            those.forEach(row -> numbers.put(row.id(), row.no()));
            failed = new ArrayList<>(results.stream().filter(result -> !result.done()).map(result -> numbers.get(result.id()) + ": " + result.detail()).toList());
            read();
            if (failed.size() < results.size()) {
                FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(failed.isEmpty() ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_WARN,
                        Texts.get(language.getLocale(), failed.isEmpty() ? "bulk.done" : "bulk.done_some", results.size() - failed.size(), results.size()), null));
            }
            return null;
        }, null);
    }

    public List<TicketQueries.Row> getRows() {
        return rows;
    }

    public Map<Long, Boolean> getChosen() {
        return chosen;
    }

    /** What was refused, with its reason. */
    public List<String> getFailed() {
        return failed;
    }

    /** Giving away needs a school, whose technicians can be chosen. */
    public List<Bulk.Action> getActions() {
        return school == null ? List.of(Bulk.Action.TAKE, Bulk.Action.TEAM, Bulk.Action.RANK, Bulk.Action.SPLIT) : List.of(Bulk.Action.values());
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public Long getSchool() {
        return school;
    }

    public Bulk.Action getAction() {
        return action;
    }

    public void setAction(Bulk.Action action) {
        this.action = action;
    }

    public Long getTechnicianId() {
        return technicianId;
    }

    public void setTechnicianId(Long technicianId) {
        this.technicianId = technicianId;
    }

    public Long getTeamId() {
        return teamId;
    }

    public void setTeamId(Long teamId) {
        this.teamId = teamId;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }
}
