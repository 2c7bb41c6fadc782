package de.schulpakt.install.planning.web;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KindQueries;
import de.schulpakt.install.planning.PlanQueries;
import de.schulpakt.install.planning.Skills;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Whether the time of the technicians holds what is due, week by week, and what the asker can do. */
@Named
@ViewScoped
public class LoadPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int WEEKS = 6;
    @Inject
    transient PlanQueries queries;
    @Inject
    transient KindQueries kindQueries;
    @Inject
    transient Skills skills;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient PlanQueries.Load load;
    private transient List<Kind> kinds;
    private transient Map<String, String> names;
    private LocalDate monday;
    private List<String> own;

    /** Reads the weeks from that of the day that the address names, or this one. */
    public void load() {
        act.show(() -> {
            LocalDate asked = Params.day(here.param("day"));
            load = queries.load(asked == null ? clock.today() : asked);
            monday = load.monday();
            own = queries.skills();
        });
    }

    /** What the asker can do. */
    public String save() {
        return act.run(() -> skills.set(new Skills.Set(new HashSet<>(own))), "skills.saved", "load?faces-redirect=true&day=" + monday);
    }

    public PlanQueries.Load getWeeks() {
        if (load == null) {
            load = queries.load(monday);
        }
        return load;
    }

    /** The kinds of tickets. */
    public List<Kind> getKinds() {
        if (kinds == null) {
            kinds = kindQueries.known();
        }
        return kinds;
    }

    /** The name of a kind. */
    public String kindName(Kind kind) {
        return kind.name(language.getLocale().getLanguage());
    }

    /** The names of kinds by their codes, in one line. */
    public String names(List<String> codes) {
        if (names == null) {
            names = new HashMap<>();
            getKinds().forEach(kind -> names.put(kind.code(), kindName(kind)));
        }
        return String.join(", ", codes.stream().map(code -> names.getOrDefault(code, code)).toList());
    }

    /** Who could do it instead. */
    public String able(PlanQueries.Slip ticket) {
        return String.join(", ", ticket.able());
    }

    public LocalDate getBefore() {
        return monday.minusWeeks(WEEKS);
    }

    public LocalDate getAfter() {
        return monday.plusWeeks(WEEKS);
    }

    public List<String> getOwn() {
        return own;
    }

    public void setOwn(List<String> own) {
        this.own = own;
    }
}
