package de.schulpakt.inventory.booking.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** The pool of one school; the address names it, else it is the first one of the asker. */
@Named
@ViewScoped
public class PoolPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Pool pool;
    @Inject
    transient BookingQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<BookingQueries.Model> models;
    private transient List<BookingQueries.Member> members;
    private transient List<BookingQueries.ClassSet> sets;
    private transient List<BookingQueries.Lacking> lacking;
    private Long school;
    private Long picked;
    private boolean several;
    private String name;
    private final Form form = new Form();

    /** Finds the school. */
    public void load() {
        act.show(() -> {
            guard.require(Permission.LOAN_VIEW);
            take(schools.pick(Permission.LOAN_VIEW, Params.number(here.param("school"))));
            getModels();
        });
    }

    /** Makes a class set. */
    public String makeSet() {
        return act.run(() -> pool.makeSet(new Pool.MakeSet(school, form.text("name"))), "pool.done.set", address());
    }

    /** Calls a class set otherwise. */
    public String renameSet() {
        return act.run(() -> pool.renameSet(chosen("renamedSet"), new Pool.RenameSet(form.text("newName"))), "pool.done.rename", address());
    }

    /** A class set is no more. */
    public String dissolveSet() {
        return act.run(() -> pool.dissolveSet(chosen("dissolvedSet"), new Pool.DissolveSet(form.text("dissolveReason"))), "pool.done.dissolve", address());
    }

    /** A set must be chosen: there is none of number nought. */
    private long chosen(String field) {
        return form.number(field) == null ? 0 : form.number(field);
    }

    /** Devices are for lending from now on. */
    public String join() {
        return act.run(() -> pool.join(new Pool.Join(devices.named(form.text("numbers")), form.number("setId"))), "pool.done.join", address());
    }

    /** They are not any longer. */
    public String leave() {
        return act.run(() -> pool.leave(new Pool.Leave(devices.named(form.text("numbers")), form.text("reason"))), "pool.done.leave", address());
    }

    private String address() {
        return "loan-pool?faces-redirect=true&school=" + school;
    }

    /** The numbers of a set's devices, as the page for handing out takes them. */
    public String numbers(Long set) {
        return getMembers().stream().filter(m -> set.equals(m.setId())).map(BookingQueries.Member::inventoryNo).collect(Collectors.joining(","));
    }

    private void take(SchoolQueries.Picked found) {
        school = found.school().id();
        picked = school;
        name = found.school().name();
        several = found.several();
    }

    /** Goes on to the school that was picked. */
    public String pick() {
        return "loan-pool?faces-redirect=true&school=" + picked;
    }

    /** True if the asker may pick another school. */
    public boolean isSeveral() {
        return several;
    }

    public Long getPicked() {
        return picked;
    }

    public void setPicked(Long picked) {
        this.picked = picked;
    }

    public List<BookingQueries.Model> getModels() {
        if (models == null) {
            models = queries.models(school);
        }
        return models;
    }

    public List<BookingQueries.Member> getMembers() {
        if (members == null) {
            members = queries.members(school);
        }
        return members;
    }

    public List<BookingQueries.ClassSet> getSets() {
        if (sets == null) {
            sets = queries.sets(school);
        }
        return sets;
    }

    /** Bookings for which fewer are there than are booked. */
    public List<BookingQueries.Lacking> getLacking() {
        if (lacking == null) {
            lacking = queries.lacking(school);
        }
        return lacking;
    }

    /** True if the asker may change it. */
    public boolean isEditing() {
        return guard.may(Permission.LOAN_EDIT, school);
    }

    public Long getSchool() {
        return school;
    }

    public String getName() {
        return name;
    }

    public Form getForm() {
        return form;
    }
}
