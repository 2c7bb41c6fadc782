package de.schulpakt.inventory;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;

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
    public Long create(@Valid CreateModel cmd) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        DeviceModel model = new DeviceModel(cmd);
        em.persist(model);
        em.flush();
        return model.id();
    }
}
