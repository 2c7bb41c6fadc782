package de.schulpakt.inventory.stocktake;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a stock-taking. */
@Dependent
class StocktakeRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Stocktake", "/inventory/stocktake.xhtml?id={id}", DEVICE_VIEW);
    }
}
