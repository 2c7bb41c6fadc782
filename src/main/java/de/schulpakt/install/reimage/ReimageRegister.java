package de.schulpakt.install.reimage;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.register.NoticeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: of what people are told. */
@Dependent
class ReimageRegister {
    @Produces
    NoticeKind planned() {
        return new NoticeKind("message.reimage_planned", "work", TICKET_WORK, false, true);
    }
}
