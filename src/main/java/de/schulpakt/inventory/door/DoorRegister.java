package de.schulpakt.inventory.door;

import static de.schulpakt.identity.Permission.LOAN_EDIT;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: that replies wait, and that the school is told of them. */
@Dependent
class DoorRegister {
    @Produces
    NoticeKind reply() {
        return new NoticeKind("message.loan_reply", "loans", LOAN_EDIT, true, true);
    }

    @Produces
    WaitingCount unseen() {
        return new WaitingCount("devices", LOAN_EDIT, "loan_reply x where x.seen_at is null and {school:x.school_id}");
    }
}
