package de.schulpakt.funding.inquiry;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Questions about applications of the authorities that the asker may see, the newest first. */
@Queries
public class InquiryList extends ListOf<InquiryList.Row> {
    /** A question. */
    public record Row(Long id, String no, Long applicationId, String applicationNo, InquirySide side, InquiryState state, String subject, LocalDate askedOn, LocalDate dueOn,
            LocalDate answeredOn, String answeredBy) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "inquiries", "/funding/inquiries")
            .from("Inquiry q").join("a", "join Application a on a.id = q.applicationId").hidden("applicationId", "q.applicationId")
            .column("no", "inquiry.no", TEXT, "q.no").sorted("no", "q.id").always().link("inquiry.xhtml?id={id}")
            .column("subject", "inquiry.subject", TEXT, "q.subject").always().link("inquiry.xhtml?id={id}")
            .column("applicationNo", "funding.application", TEXT, "a.no").link("application.xhtml?id={applicationId}")
            .column("side", "inquiry.side", NAME, "q.side").sorted()
            .column("state", "inquiry.state", STATE, "q.state").sorted()
            .column("askedOn", "inquiry.asked_on", DAY, "q.askedOn").sorted()
            .column("dueOn", "inquiry.due_on", DAY, "q.dueOn").sorted()
            .column("answeredOn", "inquiry.answered_on", DAY, "q.answeredOn").sorted()
            .column("answeredBy", "inquiry.answered_by", TEXT, "q.answeredBy").asked()
            .words("q", Words.in().starts("q.no").parts("q.subject"))
            .equal("state", InquiryState.class, "q.state").equal("side", InquirySide.class, "q.side")
            .equal("application", Long.class, "q.applicationId")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("q.applicationId", "q.authorityId");
    }
}
