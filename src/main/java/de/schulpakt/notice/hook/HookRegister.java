package de.schulpakt.notice.hook;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.platform.seal.SealedColumn;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: a card of the administration, the page of a hook, and that one is off. */
@Dependent
class HookRegister {
    @Produces
    SealedColumn sealed() {
        return new SealedColumn("webhook", "id", "secret", "concat('webhook:', x.id)");
    }

    @Produces
    AdminEntry hooks() {
        return new AdminEntry("webhooks", 84, "/notice/hooks.xhtml", USER_ADMIN);
    }

    @Produces
    SubjectLink page() {
        return new SubjectLink("Webhook", "/notice/hook.xhtml?id={id}", USER_ADMIN);
    }

    @Produces
    NoticeKind off() {
        return new NoticeKind("message.webhook_off", "system", USER_ADMIN, true, false);
    }
}
