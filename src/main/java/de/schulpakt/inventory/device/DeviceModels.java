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
import jakarta.validation.Valid;
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

    /** What happens to a model; named in its history and, where it is a button, in the actions of its page. */
    public enum ModelAction {
        /** Added. */
        ADD,
        /** Named otherwise. */
        CHANGE,
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
