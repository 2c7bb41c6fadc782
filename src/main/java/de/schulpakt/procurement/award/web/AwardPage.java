package de.schulpakt.procurement.award.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardAction;
import de.schulpakt.procurement.award.AwardInvites;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.Awards;
import de.schulpakt.procurement.award.BidState;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One award file: who was asked, who is chosen, who decides. */
@Named
@ViewScoped
public class AwardPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AwardQueries queries;
    @Inject
    transient Awards awards;
    @Inject
    transient AwardInvites invites;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Integer version;
    private final Form form = new Form();
    private final Map<Long, String> to = new LinkedHashMap<>();
    private final Set<Long> ticked = new LinkedHashSet<>();
    private List<Long> chosenFiles = List.of();
    private boolean typed;
    private AwardQueries.InvitationText text;
    private transient List<AwardQueries.Invited> invited;
    private transient AwardQueries.View view;
    private transient AwardQueries.Choices choices;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            version = getView().version();
            form.putIfAbsent("askedOn", clock.today());
            getInvited().stream().map(AwardQueries.Invited::answerTo).filter(Objects::nonNull).findFirst().ifPresent(a -> form.putIfAbsent("answerTo", a));
        });
    }

    /** A company is asked. */
    public String ask() {
        return run(() -> awards.ask(id, new Awards.AskFor(version, form.number("supplierId"), form.text("company"), form.day("askedOn"))), "award.done.ask");
    }

    /** The companies that are ticked are asked by mail. */
    public String invite() {
        readTicks();
        String outcome = run(() -> invites.invite(id, new AwardInvites.Invite(version, ticked.stream().map(bid -> new AwardInvites.To(bid, to.get(bid))).toList(),
                form.day("answerUntil"), form.text("answerTo"), form.text("words"), chosenFiles, form.ticked("again"))), "award.done.invite");
        invited = null;
        return outcome;
    }

    /** What is ticked and typed for each company, kept for the page that comes back. */
    private void readTicks() {
        Map<String, String[]> sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
        typed = true;
        ticked.clear();
        to.clear();
        Arrays.stream(sent.getOrDefault("bid", new String[0])).map(Params::number).filter(Objects::nonNull).forEach(ticked::add);
        getAskable().forEach(one -> to.put(one.bidId(), sent.getOrDefault("mail-" + one.bidId(), new String[] {""})[0].strip()));
        chosenFiles = Arrays.stream(sent.getOrDefault("paper", new String[0])).map(Params::number).filter(Objects::nonNull).toList();
    }

    /** Shows the words to copy, with what is typed. */
    public void copy() {
        readTicks();
        act.show(() -> text = queries.invitation(id, form.day("answerUntil"), form.text("answerTo"), form.text("words")));
    }

    /** The words to copy, null before they are asked for. */
    public AwardQueries.InvitationText getText() {
        return text;
    }

    /** True if letters can be sent. */
    public boolean isMails() {
        return MailSettings.read().on();
    }

    /** The companies and by which letter each was asked, read once per request of the browser. */
    public List<AwardQueries.Invited> getInvited() {
        if (invited == null) {
            invited = queries.invited(id);
        }
        return invited;
    }

    /** Those that have not answered. */
    public List<AwardQueries.Invited> getAskable() {
        return getInvited().stream().filter(i -> i.state() == BidState.ASKED).toList();
    }

    /** By which letter a company was asked last, null if by none. */
    public AwardQueries.Invited invitedOf(Long bid) {
        return getInvited().stream().filter(i -> i.bidId().equals(bid) && i.sentAt() != null).findFirst().orElse(null);
    }

    /** True if a company is to be asked: at first those that were not asked by mail. */
    public boolean ticked(AwardQueries.Invited one) {
        return typed ? ticked.contains(one.bidId()) : one.sentAt() == null;
    }

    /** The address as it was typed, else as it is known. */
    public String addressOf(AwardQueries.Invited one) {
        return to.getOrDefault(one.bidId(), one.email());
    }

    /** True if a file goes with it. */
    public boolean chosen(Long paper) {
        return chosenFiles.contains(paper);
    }

    /** Somebody is chosen. */
    public String propose() {
        return run(() -> awards.propose(id, new Awards.Propose(version, form.number("bidId"), form.text("choiceReason"))), "award.done.propose");
    }

    /** It is decided. */
    public String decide() {
        return run(() -> awards.decide(id, new Awards.Decide(version, form.text("note"))), "award.done.decide");
    }

    /** It goes back. */
    public String giveBack() {
        return run(() -> awards.giveBack(id, new Awards.Reason(version, form.text("returnReason"))), "award.done.return");
    }

    /** Nothing is bought by it. */
    public String withdraw() {
        return run(() -> awards.withdraw(id, new Awards.Reason(version, form.text("withdrawReason"))), "award.done.withdraw");
    }

    private String run(Runnable work, String done) {
        String outcome = act.run(work, done, "award?faces-redirect=true&id=" + id);
        view = null;
        if (outcome == null) {
            // after a conflict the page shows the new state, and the next press answers that one
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    /** True if the asker may ask companies and enter what they say. */
    public boolean isAsks() {
        return getView().actions().contains(AwardAction.ASK);
    }

    /** The file, read once per request of the browser. */
    public AwardQueries.View getView() {
        if (view == null) {
            if (id == null) {
                throw new NotFound("AwardFile", id);
            }
            view = queries.view(id);
        }
        return view;
    }

    /** What can be chosen, read once per request of the browser. */
    public AwardQueries.Choices getChoices() {
        if (choices == null) {
            choices = queries.choices();
        }
        return choices;
    }

    public Long getId() {
        return id;
    }

    public Form getForm() {
        return form;
    }
}
