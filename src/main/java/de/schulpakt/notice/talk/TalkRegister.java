package de.schulpakt.notice.talk;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: pages of comments, and the news of them. */
@Dependent
class TalkRegister {
    @Produces
    SubjectLink page() {
        return new SubjectLink("Comment", "/notice/comment.xhtml?id={id}", SCHOOL_VIEW);
    }

    @Produces
    NoticeKind commented() {
        return new NoticeKind("message.commented", "comments", null, false, false);
    }

    @Produces
    NoticeKind mentioned() {
        return new NoticeKind("message.mentioned", "mentions", null, false, false);
    }

    @Produces
    NoticeKind watched() {
        return new NoticeKind("message.watched", "watched", null, false, false);
    }
}
