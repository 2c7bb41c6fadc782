package de.schulpakt.funding.transfer;

import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a transfer, and what waits for a second person or is to flow back. */
@Dependent
class TransferRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Transfer", "/funding/transfer.xhtml?id={id}", BUDGET_VIEW);
    }

    @Produces
    WaitingCount waiting() {
        return new WaitingCount("funding", BUDGET_TRANSFER, """
                transfer x where (x.state = 'PROPOSED' or x.state = 'BOOKED' and x.back_on <= {today}) and {authority:x.authority_id}""");
    }

    @Produces
    NoticeKind proposed() {
        return new NoticeKind("message.transfer_proposed", "second", BUDGET_TRANSFER, true, true);
    }
}
