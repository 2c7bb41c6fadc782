package de.schulpakt.funding.deadline;

import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.identity.register.NoticeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/**
 * What the room tells people of: a deadline that nobody has seen to. The office needs it to be known. The subject has not gone on with it, so
 * what people were asked to do about the subject stays open.
 */
@Dependent
class DeadlineRegister {
    @Produces
    NoticeKind month() {
        return told("message.deadline_month");
    }

    @Produces
    NoticeKind monthUnverified() {
        return told("message.deadline_month_unverified");
    }

    @Produces
    NoticeKind week() {
        return told("message.deadline_week");
    }

    @Produces
    NoticeKind weekUnverified() {
        return told("message.deadline_week_unverified");
    }

    @Produces
    NoticeKind day() {
        return told("message.deadline_day");
    }

    @Produces
    NoticeKind dayUnverified() {
        return told("message.deadline_day_unverified");
    }

    @Produces
    NoticeKind over() {
        return told("message.deadline_over");
    }

    @Produces
    NoticeKind overUnverified() {
        return told("message.deadline_over_unverified");
    }

    private static NoticeKind told(String key) {
        return new NoticeKind(key, "deadlines", GRANT_DRAW, true, false, false, true);
    }
}
