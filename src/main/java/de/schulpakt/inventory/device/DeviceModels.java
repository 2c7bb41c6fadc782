package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Use cases of device models. */
@UseCases
public class DeviceModels {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * Adds a model. Refused by {@code model_once} if the maker has one of this name already.
     *
     * @return the new id
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        DeviceModel model = new DeviceModel(cmd);
        em.persist(model);
        em.flush();
        history.record(model.ref(), ModelAction.ADD);
        return model.id();
    }

    /**
     * Names a model otherwise. Its kind never changes: what was bought was counted by it. Refused by {@code model_once} if the maker has one of
     * this name already.
     *
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void change(long id, @Valid Change cmd) {
        DeviceModel model = model(id);
        String before = model.label();
        model.change(cmd);
        history.record(model.ref(), ModelAction.CHANGE, Said.that("model.said_renamed", before, model.label()));
    }

    /**
     * A model is not to be bought any more: it is offered nowhere; its devices stay.
     *
     * @throws Refused  {@code model.ended} if it is already
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void end(long id, @Valid Step cmd) {
        DeviceModel model = model(id);
        model.end(cmd.version(), clock.today());
        history.record(model.ref(), ModelAction.END, Said.words(cmd.reason()));
    }

    /**
     * A model is to be bought again.
     *
     * @throws Refused  {@code model.running} if it is
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void resume(long id, @Valid Step cmd) {
        DeviceModel model = model(id);
        model.resume(cmd.version());
        history.record(model.ref(), ModelAction.RESUME, Said.words(cmd.reason()));
    }

    /**
     * For how many months what is delivered is under warranty. Devices of the model whose day of delivery is known and whose warranty is not get it too;
     * those to which the months before gave their last day follow, and know none if the months are taken back. Another day that somebody has said stays.
     *
     * @throws Conflict if somebody else has changed the model meanwhile
     */
    public void warrant(long id, @Valid Warrant cmd) {
        DeviceModel model = model(id);
        Integer before = model.warrantyMonths();
        model.warranted(cmd.version(), cmd.months());
        em.flush();
        int filled = before == null || before.equals(cmd.months()) ? 0 : follow(id, before, cmd.months());
        filled += cmd.months() == null ? 0 : em.createNativeQuery("update device set warranty_end_on = date_add(delivered_on, interval ?1 month), warranty_months = ?3, version = version + 1"
                + " where model_id = ?2 and warranty_end_on is null and delivered_on is not null and state <> 'RETIRED'").setParameter(1, cmd.months()).setParameter(2, id).setParameter(3, cmd.months())
                .executeUpdate();
        history.record(model.ref(), ModelAction.WARRANT, Said.that("model.said_warranty", before == null ? "–" : before, cmd.months() == null ? "–" : cmd.months(), filled)
                .andWords(cmd.reason()));
    }

    private int follow(long id, Integer before, Integer months) {
        String rows = ", version = version + 1 where model_id = ?2 and delivered_on is not null and state <> 'RETIRED' and warranty_months = ?3 and warranty_ordered = false";
        Query update = months == null ? em.createNativeQuery("update device set warranty_end_on = null, warranty_months = null" + rows)
                : em.createNativeQuery("update device set warranty_end_on = date_add(delivered_on, interval ?1 month), warranty_months = ?4" + rows).setParameter(1, months).setParameter(4, months);
        return update.setParameter(2, id).setParameter(3, before).executeUpdate();
    }

    private DeviceModel model(long id) {
        DeviceModel model = Find.locked(em, DeviceModel.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        return model;
    }

    /**
     * Other facts of a model that was seen in this version; see {@link Create}. Whether it needs a technician holds for deliveries from now on.
     */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 80) String maker, @NotBlank @Size(max = 120) String name, @Size(max = 60) String partNo,
            @NotNull Boolean needsNetwork) {
    }

    /** Ends or resumes a model that was seen in this version, with the reason. */
    public record Step(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * Warranty of what a model is delivered with.
     *
     * @param months 1 to 120; null: it is not known
     * @param reason from where that is known, may be null
     */
    public record Warrant(@NotNull Integer version, @Min(1) @Max(120) Integer months, @Size(max = 1000) String reason) {
    }

    /** What happens to a model; named in its history and, where it is a button, in the actions of its page. */
    public enum ModelAction {
        /** Added. */
        ADD,
        /** Named otherwise. */
        CHANGE,
        /** Warranty said anew. */
        WARRANT,
        /** Not to be bought any more. */
        END,
        /** To be bought again. */
        RESUME
    }

    /**
     * A new device model.
     *
     * @param partNo       order number of the maker, may be null
     * @param needsNetwork true if a technician must install it: then its delivery opens a ticket
     */
    public record Create(@NotBlank @Size(max = 80) String maker, @NotBlank @Size(max = 120) String name,
            @Size(max = 60) String partNo, @NotNull ModelKind kind, @NotNull Boolean needsNetwork) {
    }
}
