package de.schulpakt.identity.factor;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.platform.seal.SealedColumn;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page on which it is demanded. */
@Dependent
class FactorRegister {
    @Produces
    SealedColumn sealed() {
        return new SealedColumn("second_factor", "user_id", "secret", "concat('second-factor:', x.user_id)");
    }

    @Produces
    AdminEntry factors() {
        return new AdminEntry("factors", 12, "/identity/factors.xhtml", USER_ADMIN);
    }
}
