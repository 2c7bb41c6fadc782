package de.schulpakt.identity.deputy;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: what waits for a second person, and what the two and that person are told. */
@Dependent
class DeputyRegister {
    private static final String TOPIC = "deputies";

    @Produces
    WaitingCount toConfirm() {
        return new WaitingCount("admin", ROLE_CONFIRM, "deputy x where x.waits = 1 and x.ended_at is null and x.to_on >= {today}"
                + " and x.user_id <> {user} and x.deputy_id <> {user} and coalesce(x.named_by, 0) <> {user} and {everywhere}");
    }

    @Produces
    SubjectLink page() {
        return new SubjectLink("Deputy", "/identity/deputies.xhtml", null);
    }

    @Produces
    NoticeKind named() {
        return NoticeKind.byMail("message.deputy_named", TOPIC);
    }

    @Produces
    NoticeKind namedFor() {
        return NoticeKind.byMail("message.deputy_named_for", TOPIC);
    }

    @Produces
    NoticeKind namedBy() {
        return NoticeKind.byMail("message.deputy_named_by", TOPIC);
    }

    @Produces
    NoticeKind waits() {
        return new NoticeKind("message.deputy_waits", "roles", ROLE_CONFIRM, true, true);
    }

    @Produces
    NoticeKind confirmed() {
        return NoticeKind.byMail("message.deputy_confirmed", TOPIC);
    }

    @Produces
    NoticeKind declined() {
        return NoticeKind.byMail("message.deputy_declined", TOPIC);
    }

    @Produces
    NoticeKind ended() {
        return NoticeKind.byMail("message.deputy_ended", TOPIC);
    }
}
