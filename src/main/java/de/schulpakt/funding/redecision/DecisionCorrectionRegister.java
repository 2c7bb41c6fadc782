package de.schulpakt.funding.redecision;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a correction, what waits for a second person, and what schools are told. */
@Dependent
class DecisionCorrectionRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("DecisionCorrection", "/funding/decision-correction.xhtml?id={id}", APPLICATION_VIEW);
    }

    @Produces
    WaitingCount waiting() {
        return new WaitingCount("funding", APPLICATION_DECIDE, "decision_correction x where x.state = 'PROPOSED' and {authority:x.authority_id}");
    }

    @Produces
    NoticeKind corrected() {
        return new NoticeKind("message.decision_corrected", "budgets", REQUEST_EDIT, false, false);
    }

    @Produces
    NoticeKind proposed() {
        return new NoticeKind("message.decision_correction_proposed", "second", APPLICATION_DECIDE, true, true);
    }
}
