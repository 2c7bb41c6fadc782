package de.schulpakt.procurement.catalogue.web;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.catalogue.CatalogueSets;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One set: what belongs to it, or a new one. An article that is left empty does not belong to it. */
@Named
@ViewScoped
public class SetPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FREE = 3;

    @Inject
    transient CatalogueQueries queries;
    @Inject
    transient CatalogueSets sets;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private String id;
    private final Form form = new Form();
    private List<Integer> places = List.of();
    private CatalogueQueries.Set chosen;

    /** Reads the set that the URL names, or begins a new one. */
    public void load() {
        act.show(() -> {
            Long number = Params.number(id);
            if (number == null) {
                guard.requireEverywhere(CATALOGUE_EDIT);
            } else {
                chosen = queries.set(number);
                form.put("name", chosen.name());
                form.put("note", chosen.note());
                form.put("active", chosen.active());
                for (int i = 0; i < chosen.members().size(); i++) {
                    form.put("item" + i, chosen.members().get(i).itemId());
                    form.put("pieces" + i, chosen.members().get(i).pieces());
                }
            }
            places = IntStream.range(0, (chosen == null ? 0 : chosen.members().size()) + FREE).boxed().toList();
        });
    }

    /** Stores it. */
    public String save() {
        String outcome = act.run(() -> {
            List<CatalogueSets.Member> members = new ArrayList<>();
            for (int place : places) {
                if (form.number("item" + place) != null) {
                    Integer pieces = form.whole("pieces" + place);
                    members.add(new CatalogueSets.Member(form.number("item" + place), pieces == null ? Integer.valueOf(1) : pieces));
                }
            }
            Long stored;
            if (chosen == null) {
                stored = sets.create(new CatalogueSets.Create(form.text("name"), form.text("note"), members));
            } else {
                stored = chosen.id();
                sets.change(stored, new CatalogueSets.Change(chosen.version(), form.text("name"), form.text("note"), members, form.ticked("active")));
            }
            return "set?faces-redirect=true&id=" + stored;
        }, "catalogue.set_saved");
        if (outcome == null && chosen != null) {
            // after a conflict the next press sends what is there now
            act.show(() -> chosen = queries.set(chosen.id()));
        }
        return outcome;
    }

    /** The places for articles, as many as are there and some more. */
    public List<Integer> getPlaces() {
        return places;
    }

    public boolean isMayEdit() {
        return guard.mayEverywhere(CATALOGUE_EDIT);
    }

    public CatalogueQueries.Set getChosen() {
        return chosen;
    }

    public Form getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
