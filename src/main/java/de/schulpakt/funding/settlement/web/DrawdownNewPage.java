package de.schulpakt.funding.settlement.web;

import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.funding.settlement.Drawdowns;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What could be drawn for an application now; lines are ticked or left out. */
@Named
@ViewScoped
public class DrawdownNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;
    @Inject
    transient Drawdowns drawdowns;
    @Inject
    transient DrawdownQueries queries;
    @Inject
    transient Act act;
    private final Form form = new Form();
    /** By posting; what was taken back is not asked for. */
    private final HashMap<Long, Boolean> chosen = new HashMap<>();
    private Long application;
    private DrawdownQueries.Offer offer;

    /** Reads what the application of the URL offers. */
    public void load() {
        act.show(() -> {
            offer = queries.offer(application == null ? 0 : application, false);
            chosen.clear();
            offer.open().stream().filter(line -> !line.forced()).forEach(line -> chosen.put(line.postingId(), line.taken()));
        });
    }

    /** Reckons with the lines that are ticked, and stores nothing. */
    public void reckon() {
        act.show(() -> offer = queries.offer(application, form.day("proofAcceptedOn") != null, picked()));
    }

    /** Puts the drawdown together. */
    public String propose() {
        return act.run(() -> "drawdown?faces-redirect=true&id=" + drawdowns.propose(new Drawdowns.Propose(application, form.day("proofAcceptedOn"), picked())),
                "drawdown.proposed");
    }

    private Set<Long> picked() {
        return offer.planned() ? null : chosen.entrySet().stream().filter(e -> Boolean.TRUE.equals(e.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** The first lines: a page holds no thousands, the others go along as the rules propose. */
    public List<DrawdownQueries.OpenLine> getLines() {
        return offer == null ? List.of() : offer.open().subList(0, Math.min(SHOWN, offer.open().size()));
    }

    /** How many lines the page leaves out. */
    public int getBeyond() {
        return offer == null ? 0 : Math.max(0, offer.open().size() - SHOWN);
    }

    /** What the plan brings now, the first positions. */
    public List<DrawdownQueries.PlanPart> getParts() {
        return offer == null ? List.of() : offer.parts().subList(0, Math.min(SHOWN, offer.parts().size()));
    }

    /** How many positions the page leaves out. */
    public int getPartsBeyond() {
        return offer == null ? 0 : Math.max(0, offer.parts().size() - SHOWN);
    }

    public Map<Long, Boolean> getChosen() {
        return chosen;
    }

    public Form getForm() {
        return form;
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public DrawdownQueries.Offer getOffer() {
        return offer;
    }
}
