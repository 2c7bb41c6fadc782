package de.schulpakt.notice.answer;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: a card of the administration, what waits, the page of a message, and what is kept of people. */
@Dependent
class ArrivedRegister {
    private static final String TOPIC = "answers";

    @Produces
    AdminEntry card() {
        return new AdminEntry("arrivals", 83, "/notice/arrivals.xhtml?state=WAITING", USER_ADMIN);
    }

    @Produces
    SubjectLink page() {
        return new SubjectLink("ArrivedMail", "/notice/arrival.xhtml?id={id}", USER_ADMIN);
    }

    @Produces
    WaitingCount waiting() {
        return new WaitingCount("answers", USER_ADMIN, "arrived_mail x where x.state = 'WAITING' and {everywhere}");
    }

    @Produces
    NoticeKind waits() {
        return NoticeKind.byMailBeside("message.answer_waits", TOPIC);
    }

    @Produces
    NoticeKind assigned() {
        return NoticeKind.byMailBeside("message.answer_assigned", TOPIC);
    }

    @Produces
    NoticeKind dropped() {
        return NoticeKind.byMailBeside("message.answer_dropped", TOPIC);
    }

    @Produces
    PersonalData person() {
        return PersonalData.deleted("arrived_mail", "user_id", "arrived_at", "state", "reason");
    }

    @Produces
    PersonalData sender() {
        return PersonalData.deleted("arrived_mail", "sender", "arrived_at", "subject", "words").by(PersonalData.How.MAIL);
    }

    @Produces
    PersonalData worker() {
        return PersonalData.kept("arrived_mail", "worked_by", "worked_at", "state");
    }
}
