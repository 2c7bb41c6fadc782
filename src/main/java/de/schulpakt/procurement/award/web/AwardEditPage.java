package de.schulpakt.procurement.award.web;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.award.AwardKind;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.Awards;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** What an award file says of its purchase: a new one of an authority, or one that the address names. */
@Named
@ViewScoped
public class AwardEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient AwardQueries queries;
    @Inject
    transient Awards awards;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Long authority;
    private Integer version;
    private String no;
    private String place;
    private final Form form = new Form();
    private transient AwardQueries.Choices choices;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            if (id == null) {
                authority = authority == null ? Params.number(here.param("authority")) : authority;
                place = mine();
                form.putIfAbsent("startedOn", clock.today());
                form.putIfAbsent("kind", AwardKind.NEGOTIATED.name());
            } else {
                AwardQueries.View file = queries.view(id);
                guard.requireAuthority(Permission.ORDER_PLACE, file.authorityId());
                version = file.version();
                no = file.no();
                place = file.authority();
                fill(file);
            }
        });
    }

    private String mine() {
        List<AwardQueries.Choice> buyers = queries.buyers();
        return buyers.stream().filter(b -> b.id().equals(authority)).map(AwardQueries.Choice::name).findFirst()
                .orElseThrow(() -> new NotFound("Authority", authority));
    }

    private void fill(AwardQueries.View file) {
        form.put("title", file.title());
        form.put("kind", file.kind().name());
        form.put("programmeId", file.programmeId());
        form.put("category", file.category().name());
        form.put("estimateCents", Money.of(file.estimateCents()).amount(Locale.GERMAN));
        form.put("basis", file.basis());
        form.put("startedOn", file.startedOn());
        form.put("reason", file.reason());
        form.put("contractId", file.contractId());
        form.put("callOffNo", file.callOffNo());
    }

    /** The name under which what is typed is kept: what was typed on an older version is another one. */
    public String getDraft() {
        return id == null ? "award-of-" + authority : "award-" + id + "-" + version;
    }

    /** Opens the file or changes it. */
    public String save() {
        String outcome = act.run(() -> {
            Awards.Facts facts = new Awards.Facts(form.text("title"), form.choice(AwardKind.class, "kind"), form.number("programmeId"),
                    form.choice(Category.class, "category"), form.cents("estimateCents"), form.text("basis"), form.day("startedOn"), form.text("reason"),
                    form.number("contractId"), form.text("callOffNo"));
            Long saved = id;
            if (id == null) {
                saved = awards.open(new Awards.Open(authority, facts));
            } else {
                awards.change(id, new Awards.Change(version, facts));
            }
            return "award?faces-redirect=true&id=" + saved;
        }, "award.saved");
        if (outcome == null && id != null) {
            // after a conflict the next press answers what is there now
            act.show(() -> version = queries.view(id).version());
        }
        return outcome;
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

    public String getNo() {
        return no;
    }

    public String getPlace() {
        return place;
    }

    public AwardKind[] getKinds() {
        return AwardKind.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Form getForm() {
        return form;
    }
}
