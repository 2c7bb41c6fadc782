package de.schulpakt.school.place.web;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** A place that is no school: the new one, and what is done to one in its page. */
@Named
@ViewScoped
public class PlacePage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient OtherPlaces places;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private Integer version;
    private transient List<SchoolQueries.AuthorityOption> authorities;

    /** Opens the form of a new place for who adds rooms to all places of an authority. */
    public void load() {
        act.show(() -> {
            guard.require(ROOM_EDIT);
            form.put("state", "RP");
        });
    }

    /** This place, with its facts in the form. */
    public PlacePage of(SchoolQueries.View place) {
        if (id == null) {
            id = place.id();
            version = place.version();
            form.put("kind", place.place().name());
            form.put("name", place.name());
            form.put("street", place.street());
            form.put("postcode", place.postcode());
            form.put("city", place.city());
            form.put("latitude", place.latitude());
            form.put("longitude", place.longitude());
            form.put("phone", place.phone());
        }
        return this;
    }

    /** The authorities for which the asker may make one. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = queries.authorities().stream().filter(a -> guard.mayAuthority(ROOM_EDIT, a.id())).toList();
        }
        return authorities;
    }

    /** Makes it. */
    public String create() {
        return act.run(() -> "school?faces-redirect=true&id=" + places.create(new OtherPlaces.Create(form.number("authority"), form.text("state"),
                form.choice(PlaceKind.class, "kind"), form.text("name"), form.text("street"), form.text("postcode"), form.text("city"), degrees("latitude"),
                degrees("longitude"), form.text("phone"))), "place.created");
    }

    /** Changes its facts. */
    public String change() {
        return act.run(() -> places.change(id, new OtherPlaces.Change(version, form.choice(PlaceKind.class, "kind"), form.text("name"), form.text("street"),
                form.text("postcode"), form.text("city"), degrees("latitude"), degrees("longitude"), form.text("phone"))), "place.changed", again());
    }

    /** Gives it up. */
    public String end() {
        return act.run(() -> places.end(id, new OtherPlaces.Step(version, form.text("reason"))), "place.is_ended", again());
    }

    /** Takes it up again. */
    public String reopen() {
        return act.run(() -> places.reopen(id, new OtherPlaces.Step(version, form.text("reason"))), "place.is_reopened", again());
    }

    private BigDecimal degrees(String field) {
        String text = form.text(field);
        if (text != null && !text.strip().matches("\\d{1,2}(?:[.,]\\d{1,12})?")) {
            throw new Refused("number.decimal", text.strip());
        }
        return text == null ? null : new BigDecimal(text.strip().replace(',', '.'));
    }

    private String again() {
        return "school?faces-redirect=true&id=" + id;
    }

    /** The kinds of places that are no schools. */
    public List<PlaceKind> getKinds() {
        return Arrays.stream(PlaceKind.values()).filter(PlaceKind::other).toList();
    }

    public FederalState[] getStates() {
        return FederalState.values();
    }

    public Form getForm() {
        return form;
    }
}
