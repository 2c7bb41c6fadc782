package de.schulpakt.install.wave;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a wave, and of what people are told. */
@Dependent
class WaveRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Wave", "/install/wave.xhtml?id={id}", TICKET_VIEW);
    }

    @Produces
    NoticeKind made() {
        return new NoticeKind("message.wave_made", "work", TICKET_WORK, false, true);
    }
}
