package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.UseCases;
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
        return model.id();
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
