package de.schulpakt.inventory.field;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its card on the page of the administration, and the page of a field. */
@Dependent
class FieldRegister {
    @Produces
    AdminEntry admin() {
        return new AdminEntry("own_fields", 75, "/inventory/fields.xhtml", USER_ADMIN);
    }

    @Produces
    SubjectLink link() {
        return new SubjectLink("OwnField", "/inventory/fields.xhtml?field={id}", USER_ADMIN);
    }
}
