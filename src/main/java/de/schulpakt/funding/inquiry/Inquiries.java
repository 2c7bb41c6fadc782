package de.schulpakt.funding.inquiry;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** Questions and answers with the granting body about an application. */
@UseCases
public class Inquiries {
    /**
     * A question that came or was sent.
     *
     * @param dueOn day until which it is to be answered, null if none is named
     */
    public record Ask(@NotNull Long applicationId, @NotNull InquirySide side, @NotBlank @Size(max = 200) String subject, @NotBlank @Size(max = 4000) String words,
            @NotNull LocalDate askedOn, LocalDate dueOn) {
    }

    /**
     * Another day.
     *
     * @param dueOn null: no day any more
     */
    public record Postpone(@NotNull Integer version, LocalDate dueOn, @NotBlank @Size(max = 1000) String reason) {
    }

    /** The answer. */
    public record Answer(@NotNull Integer version, @NotNull LocalDate answeredOn, @NotBlank @Size(max = 2000) String answer) {
    }

    /** Opens it again. */
    public record Reopen(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Drops it. */
    public record Drop(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Binding binding;
    @Inject
    History history;
    @Inject
    Numbers numbers;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /**
     * Records a question; its letter or mail is attached to it afterwards.
     *
     * @return id of the question
     * @throws Refused {@code inquiry.in_future}, {@code inquiry.due_before_asked}
     */
    public Long ask(@Valid Ask cmd) {
        Binding.Base application = binding.of(cmd.applicationId());
        guard.requireAuthority(APPLICATION_EDIT, application.authorityId());
        unlessFuture(cmd.askedOn());
        Inquiry inquiry = new Inquiry(numbers.next("Q"), application.authorityId(), cmd, actor.name(), clock.now());
        em.persist(inquiry);
        em.flush();
        history.record(inquiry.ref(), InquiryAction.ASK, Said.that("said.inquiry_of", application.no(), cmd.side()));
        return inquiry.id();
    }

    /**
     * Gives it another day until which it is to be answered.
     *
     * @throws Refused {@code inquiry.due_before_asked}, {@code inquiry.same_day} if that is the day already
     */
    public void postpone(long id, @Valid Postpone cmd) {
        var step = steps.begin(Inquiry.class, id, InquiryAction.POSTPONE, cmd.version());
        LocalDate before = step.subject().dueOn();
        if (cmd.dueOn() == null ? before == null : cmd.dueOn().equals(before)) {
            throw new Refused("inquiry.same_day");
        }
        step.subject().due(cmd.dueOn());
        Said said = cmd.dueOn() == null ? Said.that("said.inquiry_no_day") : Said.that("said.inquiry_day", cmd.dueOn());
        step.record(said.andWords(cmd.reason()));
    }

    /**
     * Records the answer.
     *
     * @throws Refused {@code inquiry.in_future}, {@code inquiry.answered_before_asked}
     */
    public void answer(long id, @Valid Answer cmd) {
        unlessFuture(cmd.answeredOn());
        var step = steps.begin(Inquiry.class, id, InquiryAction.ANSWER, cmd.version());
        step.subject().answered(cmd.answeredOn(), cmd.answer(), actor.name());
        step.record(Said.that("said.inquiry_answered", cmd.answeredOn()).andWords(cmd.answer()));
    }

    /** Opens it again, because the answer was wrong or not enough; the history keeps what was said. */
    public void reopen(long id, @Valid Reopen cmd) {
        steps.take(Inquiry.class, id, InquiryAction.REOPEN, cmd.version(), cmd.reason()).reopened();
    }

    /** Drops it. */
    public void drop(long id, @Valid Drop cmd) {
        steps.take(Inquiry.class, id, InquiryAction.DROP, cmd.version(), cmd.reason());
    }

    private void unlessFuture(LocalDate day) {
        if (day.isAfter(clock.today())) {
            throw new Refused("inquiry.in_future", day);
        }
    }
}
