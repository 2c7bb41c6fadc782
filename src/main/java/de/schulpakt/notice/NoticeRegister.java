package de.schulpakt.notice;

import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the number at the bell. */
@Dependent
class NoticeRegister {
    @Produces
    WaitingCount unread() {
        return new WaitingCount("notices", null, "notice x where x.user_id = {user} and x.read_at is null");
    }
}
