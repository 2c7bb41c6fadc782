package de.schulpakt.install.floor;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a floor plan. */
@Dependent
class FloorRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("FloorPlan", "/install/floor.xhtml?id={id}", NETWORK_VIEW);
    }
}
