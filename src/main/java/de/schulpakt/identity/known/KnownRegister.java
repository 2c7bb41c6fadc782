package de.schulpakt.identity.known;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: what people are told of their own account, and where it stands. */
@Dependent
class KnownRegister {
    @Produces
    NoticeKind signedIn() {
        return NoticeKind.byMail("message.sign_in_new", "account");
    }

    @Produces
    SubjectLink account() {
        return new SubjectLink("Account", "/identity/account.xhtml", null);
    }
}
