package de.schulpakt.install.propose.web;

import de.schulpakt.install.planning.Slots;
import de.schulpakt.install.propose.SlotProposals;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dates that suit a ticket; those that are ticked are offered to the school. */
@Named
@ViewScoped
public class SlotsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SlotProposals proposals;
    @Inject
    transient Slots slots;
    @Inject
    transient Language language;
    @Inject
    transient Act act;
    private transient SlotProposals.View view;
    private Long ticket;
    private final HashMap<Instant, Boolean> chosen = new HashMap<>();

    /** Looks for dates. */
    public void load() {
        act.show(() -> {
            ticket = ticket == null ? Long.valueOf(-1) : ticket;
            getView();
        });
    }

    /** Offers what is ticked. */
    public String offer() {
        return act.run(() -> {
            List<Slots.Slot> all = getView().proposals().stream().filter(one -> Boolean.TRUE.equals(chosen.get(one.startsAt())))
                    .map(one -> new Slots.Slot(one.startsAt(), one.minutes())).toList();
            if (all.isEmpty()) {
                throw new Refused("slot.none");
            }
            slots.offer(ticket, new Slots.Offer(all));
        }, "ticket.done.offer", "ticket?faces-redirect=true&id=" + ticket);
    }

    /** The name of the school holidays in which a date lies. */
    public String holidays(SlotProposals.Proposal date) {
        return date.lessons().name(language.getLocale().getLanguage());
    }

    public SlotProposals.View getView() {
        if (view == null) {
            view = proposals.propose(ticket);
        }
        return view;
    }

    public Map<Instant, Boolean> getChosen() {
        return chosen;
    }

    public Long getTicket() {
        return ticket;
    }

    public void setTicket(Long ticket) {
        this.ticket = ticket;
    }
}
