package de.schulpakt.funding.programme.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeAction;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** One programme: its rules with their sources, and the ceilings. */
@Named
@ViewScoped
public class ProgrammePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Programmes programmes;
    @Inject
    transient ProgrammeQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient RuleWords words;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private ProgrammeQueries.View view;
    private List<SchoolQueries.AuthorityOption> authorities;
    private Set<Long> own = Set.of();
    private List<String> ticked = new ArrayList<>();
    private List<Long> ruleIds = new ArrayList<>();

    /** Reads the programme that the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            authorities = schools.authorities();
            own = queries.ownRules(getUnverified());
            form.put("changedCode", view.code());
            form.put("changedName", view.name());
            form.put("changedStart", view.startsOn());
            form.put("changedEnd", view.endsOn());
        });
    }

    /** Changes what it is called, and its days. */
    public String change() {
        return act.run(() -> programmes.change(id, new Programmes.Change(view.version(), form.text("changedCode"), form.text("changedName"), form.day("changedStart"),
                form.day("changedEnd"))), "funding.programme.changed", here());
    }

    /** Takes it back. */
    public String withdraw() {
        return act.run(() -> programmes.withdraw(id, new Programmes.Withdraw(view.version(), form.text("programmeReason"))), "funding.programme.withdrawn", here());
    }

    /** Adds a value for the ticked categories, or for all of them. */
    public String addRule() {
        return act.run(() -> {
            Set<Category> chosen = new TreeSet<>();
            ticked.forEach(name -> chosen.add(Category.valueOf(name)));
            programmes.addRules(id, new Programmes.AddRules(form.choice(RuleKind.class, "kind"), chosen, typed(), form.day("validFrom"), form.text("source"),
                    form.text("sourceUrl"), null));
        }, "funding.rule.added", here());
    }

    /** Records the official source of rules that were not verified. */
    public String confirmRule() {
        return act.run(() -> programmes.confirmRules(id, new Programmes.ConfirmRules(view.rules().stream().filter(r -> ruleIds.contains(r.id()))
                .map(r -> new Programmes.Seen(r.id(), r.version())).toList(), form.text("confirmSource"), form.text("confirmUrl"))), "funding.rule.confirmed", here());
    }

    /** Takes a rule back. */
    public String withdrawRule() {
        return act.run(() -> {
            Long ruleId = form.number("withdrawnRule");
            Integer version = view.rules().stream().filter(r -> r.id().equals(ruleId)).map(ProgrammeQueries.Rule::version).findFirst().orElse(null);
            programmes.withdrawRule(new Programmes.WithdrawRule(id, ruleId, version, form.text("withdrawalReason")));
        }, "funding.rule.withdrawn", here());
    }

    /** Sets the ceiling of an authority. */
    public String setCeiling() {
        return act.run(() -> {
            Long authority = form.number("authorityId");
            Integer version = view.ceilings().stream().filter(c -> Objects.equals(c.authorityId(), authority))
                    .map(ProgrammeQueries.Ceiling::version).findFirst().orElse(null);
            programmes.setCeiling(new Programmes.SetCeiling(id, authority, version, form.cents("ceilingCents"), form.text("ceilingSource"), false));
        }, "funding.ceiling.set", here());
    }

    /** Records the official source of a ceiling that somebody else has set. */
    public String confirmCeiling() {
        return act.run(() -> {
            Long authority = form.number("confirmedAuthority");
            Integer version = view.ceilings().stream().filter(c -> Objects.equals(c.authorityId(), authority))
                    .map(ProgrammeQueries.Ceiling::version).findFirst().orElse(null);
            programmes.confirmCeiling(new Programmes.ConfirmCeiling(id, authority, version, form.text("ceilingConfirmSource")));
        }, "funding.ceiling.confirmed", here());
    }

    /** The ceilings that are still to be confirmed. */
    public List<ProgrammeQueries.Ceiling> getUnverifiedCeilings() {
        return view.ceilings().stream().filter(c -> !c.verified()).toList();
    }

    /** The value as the rule keeps it; without a kind the field itself is missed first. */
    private String typed() {
        RuleKind kind = form.choice(RuleKind.class, "kind");
        return kind == null || form.text("value") == null ? form.text("value") : words.read(kind, form.text("value"));
    }

    /** The words that a value may be chosen from. */
    public List<String> getWords() {
        return words.words();
    }

    /** The value of a rule as people read it. */
    public String value(ProgrammeQueries.Rule rule) {
        return words.value(rule);
    }

    /** The rules that nobody has verified yet. */
    public List<ProgrammeQueries.Rule> getUnverified() {
        return view.rules().stream().filter(r -> !r.verified()).toList();
    }

    /** Those of them that the reader has not set: what one person sets another one confirms. */
    public List<ProgrammeQueries.Rule> getConfirmable() {
        return getUnverified().stream().filter(r -> !own.contains(r.id())).toList();
    }

    /** How many of them wait for somebody else. */
    public int getForOthers() {
        return view.actions().contains(ProgrammeAction.CONFIRM_RULE) ? own.size() : 0;
    }

    public RuleKind[] getKinds() {
        return RuleKind.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    private String here() {
        return "programme?faces-redirect=true&id=" + id;
    }

    /** Categories for which the value is to hold; none: all. */
    public List<String> getTicked() {
        return ticked;
    }

    public void setTicked(List<String> ticked) {
        this.ticked = ticked;
    }

    /** The rules that are confirmed together. */
    public List<Long> getRuleIds() {
        return ruleIds;
    }

    public void setRuleIds(List<Long> ruleIds) {
        this.ruleIds = ruleIds;
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public ProgrammeQueries.View getView() {
        return view;
    }

    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        return authorities;
    }
}
