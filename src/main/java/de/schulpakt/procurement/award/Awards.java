package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_PLACE;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Award files: who was asked, who is chosen, who has decided. Amounts net, in cents. */
@UseCases
public class Awards {
    /** Years: what lies farther away is a slip of the hand. */
    private static final int FAR = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    SchoolQueries schools;
    @Inject
    Steps steps;
    @Inject
    Duties duties;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    AwardRules rules;

    /**
     * Opens the file of a purchase, before anybody is asked.
     *
     * @return its id
     * @throws NotFound for an authority that there is not
     * @throws Refused  {@code award.day_far} for a beginning more than five years away
     */
    public Long open(@Valid Open cmd) {
        guard.requireAuthority(ORDER_PLACE, cmd.authorityId());
        schools.authorityMustBeThere(cmd.authorityId());
        refuseFar(cmd.facts().startedOn());
        AwardFile file = new AwardFile(numbers.next("E"), cmd.authorityId(), cmd.facts(), clock.now());
        em.persist(file);
        em.flush();
        history.record(file.ref(), AwardAction.OPEN, Said.that("said.award_estimate", file.estimate(), file.kind()));
        return file.id();
    }

    /** Changes what the file says of the purchase; the history keeps estimate and procedure of before. Refuses as {@link #open}. */
    public void change(long id, @Valid Change cmd) {
        var step = steps.begin(AwardFile.class, id, AwardAction.CHANGE, cmd.version());
        AwardFile file = step.subject();
        refuseFar(cmd.facts().startedOn());
        Money before = file.estimate();
        AwardKind kind = file.kind();
        file.say(cmd.facts());
        // what only differs in words must be noticed, too
        em.lock(file, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        step.record(before.equals(file.estimate()) && kind == file.kind() ? Said.NOTHING
                : Said.that("said.award_changed", file.estimate(), file.kind(), before, kind));
    }

    /**
     * A company is asked for an offer. It stays in the file whatever it answers.
     *
     * @return id of what it will have said
     * @throws NotFound for a supplier that there is not
     * @throws Refused  {@code award.call_off_asks_nobody} for a call-off of a framework contract, {@code award.company_missing}, {@code award.asked_future}; the database refuses the same company twice with
     *                  {@code award_bid_once}
     */
    public Long ask(long id, @Valid AskFor cmd) {
        var step = steps.begin(AwardFile.class, id, AwardAction.ASK, cmd.version());
        step.subject().refuseCallOff();
        String company = cmd.supplierId() == null ? AwardFile.known(cmd.company()) : supplier(cmd.supplierId());
        if (company == null) {
            throw new Refused("award.company_missing");
        }
        if (cmd.askedOn().isAfter(clock.today())) {
            throw new Refused("award.asked_future", cmd.askedOn());
        }
        refuseFar(cmd.askedOn());
        AwardBid bid = new AwardBid(id, company, cmd.supplierId(), cmd.askedOn());
        em.persist(bid);
        em.lock(step.subject(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.flush();
        step.record(Said.that("said.award_asked", company));
        return bid.id();
    }

    /**
     * What a company has answered; replaces its answer of before.
     *
     * @throws NotFound for a company of another file
     * @throws Refused  {@code award.offer_incomplete} for an offer without day or amount, {@code award.offer_day} for one before it was asked for
     *                  or in the future, {@code award.note_missing} for an offer that does not count without a reason
     */
    public void answer(long id, long bidId, @Valid Answer cmd) {
        var step = steps.begin(AwardFile.class, id, AwardAction.ANSWER, cmd.version());
        AwardBid bid = bid(id, bidId);
        if (cmd.supplierId() != null) {
            supplier(cmd.supplierId());
        }
        if (cmd.state() == BidState.OFFERED && (cmd.netCents() == null || cmd.offeredOn() == null)) {
            throw new Refused("award.offer_incomplete", bid.company());
        }
        if (cmd.offeredOn() != null && (cmd.offeredOn().isBefore(bid.askedOn()) || cmd.offeredOn().isAfter(clock.today()))) {
            throw new Refused("award.offer_day", bid.company(), cmd.offeredOn(), bid.askedOn());
        }
        if (cmd.state() == BidState.EXCLUDED && AwardFile.known(cmd.note()) == null) {
            throw new Refused("award.note_missing", bid.company());
        }
        bid.answered(cmd);
        em.lock(step.subject(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        Said said = bid.netCents() == null ? Said.that("said.award_answer", bid.company(), bid.state())
                : Said.that("said.award_offer", bid.company(), Money.of(bid.netCents())).and(late(bid));
        step.record(said.andWords(cmd.note()));
    }

    /** That an offer came after the day that was named when it was asked for by mail last. */
    private Said late(AwardBid bid) {
        return Ask.of(em, LocalDate.class, "select i.answerUntil from AwardInvite i where i.bidId = :bid order by i.id desc").set("bid", bid.id()).first()
                .filter(until -> bid.offeredOn().isAfter(until)).map(until -> Said.that("said.award_late", until)).orElse(Said.NOTHING);
    }

    /**
     * Says who is to get the order and why. What the rules of the programme ask of the procedure is asked now, by the day on which it began:
     * what is verified refuses, what is not is said in the history.
     *
     * @param cmd its {@code bidId} is null for what is called off a framework contract
     * @throws NotFound for a company of another file
     * @throws Refused  {@code award.over_limit} if the estimate is too high for the procedure, {@code award.companies} if too few were asked,
     *                  {@code award.no_offer} if nobody is chosen or the chosen one offers nothing, {@code award.supplier_missing} for a
     *                  company from which nothing can be ordered, {@code award.call_off_missing} without contract and number of the call-off
     */
    public void propose(long id, @Valid Propose cmd) {
        AwardFile file = steps.locked(AwardFile.class, id, AwardAction.PROPOSE);
        List<AwardBid> bids = bids(id);
        AwardBid chosen = null;
        if (file.kind() == AwardKind.CALL_OFF) {
            if (file.contractId() == null || file.callOffNo() == null) {
                throw new Refused("award.call_off_missing");
            }
        } else {
            chosen = cmd.bidId() == null ? null : bid(id, cmd.bidId());
            if (chosen == null || chosen.state() != BidState.OFFERED) {
                throw new Refused("award.no_offer");
            }
            if (chosen.supplierId() == null) {
                throw new Refused("award.supplier_missing", chosen.company());
            }
        }
        Said said = rules.ask(file, chosen, bids);
        file.choose(chosen, cmd.reason());
        // the choice stands before the state says that there is one
        steps.on(file, AwardAction.PROPOSE, cmd.version()).record(Said.that("said.award_chosen", chosen == null ? file.callOffNo() : chosen.company(), file.chosen()).and(said).andWords(cmd.reason()));
    }

    /**
     * Decides as was proposed: it can be ordered now.
     *
     * @throws Refused {@code duty.apart} for who has proposed it, above the amount from which a verified rule of the programme asks for two
     */
    public void decide(long id, @Valid Decide cmd) {
        AwardFile file = steps.locked(AwardFile.class, id, AwardAction.DECIDE);
        if (rules.needsSecond(file)) {
            duties.apartFromLast(file.ref(), file.ref().no(), AwardAction.DECIDE, AwardAction.PROPOSE);
        }
        Said doubt = rules.secondDoubted(file);
        steps.on(file, AwardAction.DECIDE, cmd.version()).record(doubt.andWords(cmd.note()));
    }

    /** Goes back to who has proposed it, with the reason; nobody is chosen any longer. */
    public void giveBack(long id, @Valid Reason cmd) {
        steps.take(AwardFile.class, id, AwardAction.RETURN, cmd.version(), cmd.reason()).chooseNobody();
    }

    /**
     * Nothing is bought by it: the counter-step, decided or not.
     *
     * @throws Refused {@code award.ordered} while an order that is not cancelled names it
     */
    public void withdraw(long id, @Valid Reason cmd) {
        AwardFile file = steps.locked(AwardFile.class, id, AwardAction.WITHDRAW);
        Ask.of(em, String.class, "select o.no from PurchaseOrder o where o.awardId = :file and o.state <> de.schulpakt.procurement.order.OrderState.CANCELLED order by o.id")
                .set("file", id).first().ifPresent(order -> {
                    throw new Refused("award.ordered", file.ref().no(), order);
                });
        steps.on(file, AwardAction.WITHDRAW, cmd.version()).record(Said.words(cmd.reason()));
    }

    private void refuseFar(LocalDate day) {
        if (day.isBefore(clock.today().minusYears(FAR)) || day.isAfter(clock.today().plusYears(FAR))) {
            throw new Refused("award.day_far", day, FAR);
        }
    }

    private String supplier(Long id) {
        return Ask.of(em, String.class, "select s.name from Supplier s where s.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("Supplier", id));
    }

    private AwardBid bid(long file, long bidId) {
        AwardBid bid = em.find(AwardBid.class, bidId);
        if (bid == null || bid.awardId() != file) {
            throw new NotFound("AwardBid", bidId);
        }
        return bid;
    }

    private List<AwardBid> bids(long file) {
        return em.createQuery("select b from AwardBid b where b.awardId = :file order by b.id", AwardBid.class).setParameter("file", file).getResultList();
    }

    /**
     * A purchase.
     *
     * @param programmeId   by whose rules the procedure is judged; null if own money alone pays
     * @param category      kind of goods
     * @param estimateCents net, before anybody is asked
     * @param basis         what the estimate goes by
     * @param startedOn     the thresholds of this day hold
     * @param reason        why this procedure, may be null
     * @param contractId    framework contract that is called off, else null
     * @param callOffNo     number of the call-off, else null
     */
    public record Facts(@NotBlank @Size(max = 160) String title, @NotNull AwardKind kind, Long programmeId, @NotNull Category category,
            @NotNull @Positive @Max(1_000_000_000_000L) Long estimateCents, @NotBlank @Size(max = 1000) String basis, @NotNull LocalDate startedOn,
            @Size(max = 2000) String reason, Long contractId, @Size(max = 80) String callOffNo) {
    }

    /** A new file of an authority. */
    public record Open(@NotNull Long authorityId, @NotNull @Valid Facts facts) {
    }

    /** What the file says now. */
    public record Change(@NotNull Integer version, @NotNull @Valid Facts facts) {
    }

    /**
     * A company is asked.
     *
     * @param supplierId who it is in the catalogue, null for who is not in it
     * @param company    its name, if it is not in the catalogue
     */
    public record AskFor(@NotNull Integer version, Long supplierId, @Size(max = 160) String company, @NotNull LocalDate askedOn) {
    }

    /**
     * What a company has answered.
     *
     * @param offeredOn  day of its offer, null for none
     * @param netCents   what it offers, net, null for nothing
     * @param supplierId who it is in the catalogue, null if that is known or not yet
     */
    public record Answer(@NotNull Integer version, @NotNull BidState state, LocalDate offeredOn, @Positive @Max(1_000_000_000_000L) Long netCents,
            Long supplierId, @Size(max = 1000) String note) {
    }

    /** Who is to get the order, and why. */
    public record Propose(@NotNull Integer version, Long bidId, @NotBlank @Size(max = 2000) String reason) {
    }

    /** It is decided as proposed; the note may be null. */
    public record Decide(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** A step that needs a reason. */
    public record Reason(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }
}
