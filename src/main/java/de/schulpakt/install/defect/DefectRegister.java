package de.schulpakt.install.defect;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.register.NoticeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: of what people are told. */
@Dependent
class DefectRegister {
    @Produces
    NoticeKind done() {
        return new NoticeKind("message.defects_done", "own_work", TICKET_WORK, true, false);
    }
}
