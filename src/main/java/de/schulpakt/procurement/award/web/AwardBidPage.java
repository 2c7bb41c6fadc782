package de.schulpakt.procurement.award.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardAction;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.Awards;
import de.schulpakt.procurement.award.BidState;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;

/** A company that was asked: what it has answered, and its offer as a file. */
@Named
@ViewScoped
public class AwardBidPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AwardQueries queries;
    @Inject
    transient Awards awards;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private transient AwardQueries.Bid bid;
    private transient AwardQueries.View file;
    private transient AwardQueries.Choices choices;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            AwardQueries.Bid now = getBid();
            version = getFile().version();
            form.put("state", now.state().name());
            form.put("offeredOn", now.offeredOn());
            form.put("netCents", now.netCents() == null ? null : Money.of(now.netCents()).amount(Locale.GERMAN));
            form.put("supplierId", now.supplierId());
            form.put("note", now.note());
        });
    }

    /** Keeps what it has answered. */
    public String save() {
        String outcome = act.run(() -> awards.answer(getBid().awardId(), id, new Awards.Answer(version, form.choice(BidState.class, "state"),
                form.day("offeredOn"), form.cents("netCents"), form.number("supplierId"), form.text("note"))), "award.done.answer",
                "award?faces-redirect=true&id=" + getBid().awardId());
        bid = null;
        file = null;
        if (outcome == null) {
            act.show(() -> version = getFile().version());
        }
        return outcome;
    }

    /** True if the asker may enter what it answers. */
    public boolean isAnswers() {
        return getFile().actions().contains(AwardAction.ANSWER);
    }

    /** What was asked, read once per request of the browser. */
    public AwardQueries.Bid getBid() {
        if (bid == null) {
            if (id == null) {
                throw new NotFound("AwardBid", id);
            }
            bid = queries.bid(id);
        }
        return bid;
    }

    /** The file, read once per request of the browser. */
    public AwardQueries.View getFile() {
        if (file == null) {
            file = queries.view(getBid().awardId());
        }
        return file;
    }

    /** What can be chosen, read once per request of the browser. */
    public AwardQueries.Choices getChoices() {
        if (choices == null) {
            choices = queries.choices();
        }
        return choices;
    }

    public BidState[] getStates() {
        return BidState.values();
    }

    public Long getId() {
        return id;
    }

    public Form getForm() {
        return form;
    }
}
