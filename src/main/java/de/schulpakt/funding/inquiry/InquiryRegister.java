package de.schulpakt.funding.inquiry;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import de.schulpakt.platform.person.PersonalData;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a question, what waits for an answer, and what it keeps of people. */
@Dependent
class InquiryRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Inquiry", "/funding/inquiry.xhtml?id={id}", APPLICATION_VIEW);
    }

    /** What the granting body has asked and nobody has answered. */
    @Produces
    WaitingCount waiting() {
        return new WaitingCount("funding", APPLICATION_EDIT, "inquiry x where x.state = 'OPEN' and x.side = 'GRANTING_BODY' and {authority:x.authority_id}");
    }

    @Produces
    PersonalData answered() {
        return PersonalData.named("inquiry", "answered_by", "answered_on", "no");
    }

    @Produces
    PersonalData recorded() {
        return PersonalData.named("inquiry", "recorded_by", "recorded_at", "no");
    }
}
