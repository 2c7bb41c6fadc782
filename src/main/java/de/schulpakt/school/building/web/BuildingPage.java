package de.schulpakt.school.building.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.building.BuildingFactQueries;
import de.schulpakt.school.building.BuildingFacts;
import de.schulpakt.school.building.Fibre;
import de.schulpakt.school.building.Listed;
import de.schulpakt.school.building.Power;
import de.schulpakt.school.place.Rooms;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One building and what is known of it. */
@Named
@ViewScoped
public class BuildingPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient BuildingFacts facts;
    @Inject
    transient BuildingFactQueries queries;
    @Inject
    transient Rooms rooms;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private BuildingFactQueries.View view;

    /** Reads what the URL names. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? 0 : id);
            form.put("name", view.name());
            form.put("builtYear", view.builtYear());
            form.put("listed", view.listed() == null ? null : view.listed().name());
            form.put("fibre", view.fibre() == null ? null : view.fibre().name());
            form.put("mbit", view.mbit());
            form.put("supply", view.supply() == null ? null : view.supply().name());
            form.put("source", view.source());
        });
    }

    /** Records what is known, or changes it. */
    public String describe() {
        return act.run(() -> facts.describe(id, new BuildingFacts.Describe(view.version(), form.whole("builtYear"), form.choice(Listed.class, "listed"),
                form.choice(Fibre.class, "fibre"), form.whole("mbit"), form.choice(Power.class, "supply"), form.text("source"))), "building_fact.was_described",
                "building?faces-redirect=true&id=" + id);
    }

    /** Names it otherwise. */
    public String rename() {
        return act.run(() -> rooms.rename(id, new Rooms.Rename(view.placeVersion(), form.text("name"))), "building_fact.was_renamed", "building?faces-redirect=true&id=" + id);
    }

    /** Removes it. */
    public String remove() {
        return act.run(() -> facts.remove(id, new BuildingFacts.Remove(view.version(), form.text("reason"))), "building_fact.was_removed", "building?faces-redirect=true&id=" + id);
    }

    public Listed[] getListed() {
        return Listed.values();
    }

    public Fibre[] getFibres() {
        return Fibre.values();
    }

    public Power[] getPowers() {
        return Power.values();
    }

    public BuildingFactQueries.View getView() {
        return view;
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
}
