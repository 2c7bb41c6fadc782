package de.schulpakt.demo;

import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquiryQueries;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.funding.revision.RevisionQueries;
import de.schulpakt.funding.revision.Revisions;
import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Versions of an application, and what the granting body asks about it, in the demo. */
@ApplicationScoped
class DemoVersions {
    @Inject
    Revisions revisions;
    @Inject
    RevisionQueries queries;
    @Inject
    Inquiries inquiries;
    @Inject
    InquiryQueries inquiryQueries;
    @Inject
    Clock clock;

    /** A question of the granting body; answers it where there is an answer. */
    void asked(Long application, String subject, String words, LocalDate due, String answer) {
        Long inquiry = inquiries.ask(new Inquiries.Ask(application, InquirySide.GRANTING_BODY, subject, words, clock.today(), due));
        if (answer != null) {
            inquiries.answer(inquiry, new Inquiries.Answer(inquiryQueries.view(inquiry).version(), clock.today(), answer));
        }
    }

    Long begin(Long application, RevisionKind kind, String reason) {
        return revisions.create(new Revisions.Create(application, kind, reason, null));
    }

    /** What a position of a school is to become, in euro. */
    void write(Long revision, String school, Category category, long euro, String why) {
        Long position = queries.positions(revision).stream().filter(p -> p.school().contains(school) && p.category() == category).findFirst().orElseThrow().id();
        revisions.write(revision, new Revisions.Write(version(revision), position, null, null, null, euro * 100, why));
    }

    void send(Long revision) {
        revisions.submit(revision, new Revisions.Submit(version(revision), null));
    }

    /** Approved as asked for. */
    void approve(Long revision, String reference) {
        RevisionQueries.View view = queries.view(revision);
        revisions.decide(revision, new Revisions.Decide(view.version(), reference, clock.today(), null, "ANBest-P", "2019-06",
                view.lines().stream().map(l -> new Revisions.Decided(l.id(), l.toCents())).toList(), null, null));
    }

    void noted(Long revision, String reference) {
        revisions.note(revision, new Revisions.Note(version(revision), reference, clock.today(), null));
    }

    private Integer version(Long revision) {
        return queries.view(revision).version();
    }
}
