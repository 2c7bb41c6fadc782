package de.schulpakt.notice.mail;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: a card of the administration. */
@Dependent
class MailRegister {
    @Produces
    AdminEntry mails() {
        return new AdminEntry("mails", 82, "/notice/mails.xhtml", USER_ADMIN);
    }
}
