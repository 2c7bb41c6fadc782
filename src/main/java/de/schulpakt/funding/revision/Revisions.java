package de.schulpakt.funding.revision;

import static de.schulpakt.funding.revision.RevisionAction.APPROVE;
import static de.schulpakt.funding.revision.RevisionAction.APPROVE_PARTLY;
import static de.schulpakt.funding.revision.RevisionAction.CREATE;
import static de.schulpakt.funding.revision.RevisionAction.DROP_LINE;
import static de.schulpakt.funding.revision.RevisionAction.NOTE;
import static de.schulpakt.funding.revision.RevisionAction.REJECT;
import static de.schulpakt.funding.revision.RevisionAction.REVOKE;
import static de.schulpakt.funding.revision.RevisionAction.SUBMIT;
import static de.schulpakt.funding.revision.RevisionAction.UNDO;
import static de.schulpakt.funding.revision.RevisionAction.WITHDRAW;
import static de.schulpakt.funding.revision.RevisionAction.WRITE;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.application.Applications;
import de.schulpakt.funding.application.Binding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Frozen;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Versions of a decided application: written, sent, decided, put right. Amounts are eligible expenditure, own share included, in cents. */
@UseCases
public class Revisions {
    /**
     * Begins a version.
     *
     * @param reason  why, in words of the authority, or of the granting body for a revocation
     * @param askedTo last day of the approval period that is asked for; null: as it is
     */
    public record Create(@NotNull Long applicationId, @NotNull RevisionKind kind, @NotBlank @Size(max = 2000) String reason, LocalDate askedTo) {
    }

    /**
     * Says what a position is to become, or that there is to be a new one.
     *
     * @param positionId  null for one that there was not; then school, category and description are needed
     * @param description null: as it is
     * @param toCents     what is to be approved for it; of a new position null: quantity times price of one
     * @param extent      of a new position only; null if nothing is said
     */
    public record Write(@NotNull Integer version, Long positionId, Long schoolId, Category category, @Size(max = 300) String description,
            @PositiveOrZero @Max(100_000_000_000L) Long toCents, @NotBlank @Size(max = 1000) String why, @Valid Extent extent) {
        /** Without an extent. */
        public Write(Integer version, Long positionId, Long schoolId, Category category, String description, Long toCents, String why) {
            this(version, positionId, schoolId, category, description, toCents, why, null);
        }
    }

    /**
     * How many at which price, and when; what is not said is null.
     *
     * @param unitCents price of one, gross, own share included; only together with the quantity
     */
    public record Extent(@Min(1) @Max(1_000_000) Integer quantity, @Positive @Max(100_000_000_000L) Long unitCents, LocalDate measureFrom, LocalDate measureTo) {
        private static final Extent NONE = new Extent(null, null, null, null);

        boolean says() {
            return quantity != null || unitCents != null || measureFrom != null || measureTo != null;
        }

        Money amount(Long asked) {
            return new Applications.Detail(quantity, unitCents, measureFrom, measureTo, null, null).amount(asked);
        }
    }

    /** Takes a line out again. */
    public record DropLine(@NotNull Integer version, @NotNull Long lineId) {
    }

    /** Sends it to the granting body. */
    public record Submit(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** Takes it back. */
    public record Withdraw(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** The granting body has taken note of a notice. */
    public record Note(@NotNull Integer version, @Size(max = 80) String reference, @NotNull LocalDate decidedOn, @Size(max = 2000) String words) {
    }

    /** What is decided of one line. */
    public record Decided(@NotNull Long lineId, @NotNull @PositiveOrZero @Max(100_000_000_000L) Long decidedCents) {
    }

    /**
     * The decision on a version.
     *
     * @param periodTo last day of the approval period from now on; null: unchanged
     * @param terms    ancillary terms that it names, with their version (R35)
     * @param lines    every line, once
     * @param reason   needed when nothing changes
     * @param rejected true rejects where the amounts do not say so: only words were to change; else it follows from the amounts
     */
    public record Decide(@NotNull Integer version, @NotBlank @Size(max = 80) String reference, @NotNull LocalDate decidedOn, LocalDate periodTo,
            @Size(max = 80) String terms, @Size(max = 40) String termsVersion, @NotNull List<@NotNull @Valid Decided> lines, @Size(max = 2000) String reason,
            Boolean rejected) {
    }

    /** The granting body takes back what the lines say. */
    public record Revoke(@NotNull Integer version, @NotBlank @Size(max = 80) String reference, @NotNull LocalDate decidedOn, LocalDate periodTo,
            @Size(max = 80) String terms, @Size(max = 40) String termsVersion) {
    }

    /** Puts a decision right. */
    public record Undo(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    SchoolAuthorities authorities;
    @Inject
    Binding binding;
    @Inject
    RevisionRules rules;
    @Inject
    RevisionFinder finder;
    @Inject
    History history;
    @Inject
    Numbers numbers;
    @Inject
    Clock clock;
    @Inject
    SchoolQueries schools;

    /**
     * Begins a version of a decided application.
     *
     * @return id of the version
     * @throws Refused {@code revision.not_decided} before there is a decision
     */
    public Long create(@Valid Create cmd) {
        Binding.Base base = binding.of(cmd.applicationId());
        guard.requireAuthority(APPLICATION_EDIT, base.authorityId());
        unlessDecided(base);
        Revision revision = new Revision(numbers.next("C"), base.authorityId(), cmd, clock.now());
        em.persist(revision);
        em.flush();
        history.record(revision.ref(), CREATE, Said.that("said.revision_of", cmd.kind(), base.no()).andWords(cmd.reason()));
        return revision.id();
    }

    /**
     * Says what a position is to become; a second time it replaces what was said.
     *
     * @throws Refused {@code revision.position_incomplete} for a new position without school, category or description,
     *                 {@code revision.only_less} for more where a part is given up or taken back, {@code revision.nothing_new} for a new position of nothing,
     *                 {@code revision.extent_of_new} for an extent of a position that there is, {@code position.amount_missing}, {@code position.unit_incomplete},
     *                 {@code position.measure_ends_before}
     */
    public void write(long id, @Valid Write cmd) {
        Revision revision = edit(id, WRITE, cmd.version());
        Binding.Base base = binding.of(revision.applicationId());
        Extent extent = cmd.extent() == null ? Extent.NONE : cmd.extent();
        if (cmd.positionId() != null && extent.says()) {
            throw new Refused("revision.extent_of_new");
        }
        Money to = extent.amount(cmd.toCents());
        RevisionLine line = cmd.positionId() == null ? fresh(revision, base, cmd) : lines(revision).stream().filter(l -> cmd.positionId().equals(l.positionId())).findFirst()
                .orElseGet(() -> new RevisionLine(revision.id(), base.position(cmd.positionId())));
        if (!line.fresh()) {
            line.seen(base.position(cmd.positionId()));
        }
        if (revision.kind().onlyLess() && to.compareTo(line.from()) > 0) {
            throw new Refused("revision.only_less", line.from(), to);
        }
        line.write(cmd.description(), to, cmd.why());
        if (line.fresh()) {
            line.extent(extent);
        }
        em.persist(line);
        history.record(revision.ref(), WRITE, Said.that("said.revision_line", line.category(), line.from(), to).andWords(cmd.why()));
    }

    private RevisionLine fresh(Revision revision, Binding.Base base, Write cmd) {
        if (cmd.schoolId() == null || cmd.category() == null || cmd.description() == null || cmd.description().isBlank()) {
            throw new Refused("revision.position_incomplete");
        }
        if (!base.authorityId().equals(authorities.authorityOf(cmd.schoolId()))) {
            throw new NotFound("School", cmd.schoolId());
        }
        schools.mustBeSchool(cmd.schoolId());
        if (cmd.toCents() != null && cmd.toCents() == 0) {
            throw new Refused("revision.nothing_new");
        }
        return new RevisionLine(revision.id(), cmd.schoolId(), cmd.category());
    }

    /** Takes a line out again. */
    public void dropLine(long id, @Valid DropLine cmd) {
        Revision revision = edit(id, DROP_LINE, cmd.version());
        RevisionLine line = lines(revision).stream().filter(l -> l.id().equals(cmd.lineId())).findFirst().orElseThrow(() -> new NotFound("RevisionLine", cmd.lineId()));
        em.remove(line);
        history.record(revision.ref(), DROP_LINE, Said.that("said.revision_line", line.category(), line.from(), line.to()));
    }

    /**
     * Sends a version to the granting body. What it asks for on top counts against the ceiling from now on (R03, R11), and how often a year that
     * may be (R05).
     *
     * @throws Refused {@code revision.from_above} for a revocation, {@code revision.no_line}, {@code revision.amendment_raises},
     *                 {@code revision.supplement_raises_nothing}, {@code revision.too_often}, and as {@link Binding#ask} and
     *                 {@link Binding#lumpSums}
     */
    public void submit(long id, @Valid Submit cmd) {
        var step = steps.begin(Revision.class, id, SUBMIT, cmd.version());
        Revision revision = step.subject();
        if (revision.kind().fromAbove()) {
            throw new Refused("revision.from_above", revision.no());
        }
        Binding.Base base = binding.lock(revision.applicationId());
        List<RevisionLine> lines = seen(revision, base);
        long from = lines.stream().mapToLong(l -> l.from().cents()).sum();
        long to = lines.stream().mapToLong(l -> l.to().cents()).sum();
        rules.unlessFits(revision, lines, Money.of(from), Money.of(to));
        List<Sentence> said = new ArrayList<>();
        Money asked = Money.ZERO;
        if (revision.kind() != RevisionKind.NOTICE && lines.stream().anyMatch(l -> l.to().compareTo(l.from()) > 0)) {
            said.addAll(binding.ask(base.id(), lines.stream().map(l -> new Binding.More(l.schoolId(), l.category(), l.to().cents() - l.from().cents())).toList(),
                    finder.waiting(revision, base), revision.kind() == RevisionKind.SUPPLEMENT));
            said.addAll(binding.lumpSums(base.id(), raised(lines, RevisionLine::to)));
        }
        if (revision.kind() == RevisionKind.SUPPLEMENT) {
            // the ceiling is locked by now: of two at once the second counts the first
            said.addAll(rules.often(base, clock.today()));
            asked = Money.of(to - from);
        }
        revision.numbered(finder.lastEdition(base.id()) + 1);
        Frozen frozen = Frozen.of(finder.content(revision, base, lines, clock.today()));
        revision.sent(clock.today(), asked, frozen);
        said.add(Sentence.of("said.revision_sent", revision.edition(), frozen.sha256()));
        step.record(Said.all(said).andWords(cmd.note()));
    }

    /** Takes a version back; what it asked for counts no longer. */
    public void withdraw(long id, @Valid Withdraw cmd) {
        var step = steps.begin(Revision.class, id, WITHDRAW, cmd.version());
        step.record(Said.words(cmd.reason()));
        if (step.change().from() == RevisionState.SUBMITTED) {
            binding.answered(step.subject().applicationId(), step.subject().asked());
        }
    }

    /**
     * Records that the granting body has taken note of a notice.
     *
     * @throws Refused {@code revision.to_be_decided} for anything else, {@code application.decided_in_future}, {@code revision.decided_before_sent}
     */
    public void note(long id, @Valid Note cmd) {
        var step = steps.begin(Revision.class, id, NOTE, cmd.version());
        Revision revision = step.subject();
        if (revision.kind() != RevisionKind.NOTICE) {
            throw new Refused("revision.to_be_decided", revision.no());
        }
        unlessDay(revision, cmd.decidedOn());
        revision.answered(cmd.reference(), cmd.decidedOn());
        step.record(Said.words(cmd.words()));
    }

    /**
     * Records the decision on a version. What it changes binds from now on: positions, period and budgets follow. Whether it follows the version, in
     * part or not at all, follows from the amounts, unless only words were to change.
     *
     * @throws Refused {@code duty.apart} for who sent it, {@code revision.only_noted} for a notice, {@code revision.decision_incomplete} unless every line
     *                 is named once, {@code revision.decided_outside} outside what stood there and what was asked for, {@code revision.decided_raises} for
     *                 more on top than was asked for, {@code revision.only_less} where a part is given up and would rise by now,
     *                 {@code revision.rejected_changes} for a rejection that changes something, {@code revision.reason_missing},
     *                 {@code application.decided_in_future}, {@code revision.decided_before_sent}, {@code revision.drawn_above} if more is drawn than would
     *                 be granted, {@code budget.not_enough} below what is bound, and as {@link Binding#mayRise} and {@link Binding#lumpSums}
     *                 where a position rises
     */
    public void decide(long id, @Valid Decide cmd) {
        Revision revision = steps.locked(Revision.class, id, APPROVE);
        if (revision.kind() == RevisionKind.NOTICE) {
            throw new Refused("revision.only_noted", revision.no());
        }
        Binding.Base base = binding.lock(revision.applicationId());
        List<RevisionLine> lines = seen(revision, base);
        Map<Long, Long> decided = cmd.lines().stream().collect(Collectors.toMap(Decided::lineId, Decided::decidedCents, (first, second) -> first));
        if (decided.size() != cmd.lines().size() || !decided.keySet().equals(lines.stream().map(RevisionLine::id).collect(Collectors.toSet()))) {
            throw new Refused("revision.decision_incomplete", lines.size());
        }
        RevisionAction outcome = outcome(revision, lines, decided, cmd);
        var step = steps.on(revision, outcome, cmd.version());
        if (outcome == REJECT && (cmd.reason() == null || cmd.reason().isBlank())) {
            throw new Refused("revision.reason_missing");
        }
        unlessDay(revision, cmd.decidedOn());
        lines.forEach(l -> l.decide(Money.of(decided.get(l.id()))));
        rules.unlessRaised(revision, lines);
        revision.answered(cmd.reference(), cmd.decidedOn());
        revision.under(cmd.terms(), cmd.termsVersion());
        binding.answered(base.id(), revision.asked());
        List<Sentence> said = new ArrayList<>();
        if (lines.stream().anyMatch(l -> l.decided().compareTo(l.from()) > 0)) {
            // what stood there may be less than it was when this was asked for, and what fell away may have been asked for by others
            said.addAll(binding.mayRise(base.id(), lines.stream().map(l -> new Binding.More(l.schoolId(), l.category(), l.decided().cents() - l.from().cents())).toList(),
                    finder.waiting(revision, base)));
            said.addAll(binding.lumpSums(base.id(), raised(lines, RevisionLine::decided)));
        }
        if (outcome != REJECT) {
            said.addAll(settle(revision, base, lines, cmd.periodTo(), cmd.terms()));
        }
        step.record(Said.all(said).andWords(cmd.reason()));
        if (outcome != REJECT) {
            bind(base, lines, true, cmd.reference());
        }
    }

    /**
     * Records that the granting body takes back what the lines of a draft say.
     *
     * @throws Refused {@code revision.not_from_above} for what the authority asks for, {@code revision.no_line}, {@code application.decided_in_future},
     *                 {@code revision.drawn_above}, {@code budget.not_enough} below what is bound
     */
    public void revoke(long id, @Valid Revoke cmd) {
        var step = steps.begin(Revision.class, id, REVOKE, cmd.version());
        Revision revision = step.subject();
        if (!revision.kind().fromAbove()) {
            throw new Refused("revision.not_from_above", revision.no());
        }
        Binding.Base base = binding.lock(revision.applicationId());
        List<RevisionLine> lines = seen(revision, base);
        rules.unlessFits(revision, lines, Money.ZERO, Money.ZERO);
        unlessDay(revision, cmd.decidedOn());
        lines.forEach(l -> l.decide(l.to()));
        rules.unlessRaised(revision, lines);
        revision.numbered(finder.lastEdition(base.id()) + 1);
        revision.answered(cmd.reference(), cmd.decidedOn());
        revision.under(cmd.terms(), cmd.termsVersion());
        step.record(Said.all(settle(revision, base, lines, cmd.periodTo(), cmd.terms())));
        bind(base, lines, false, cmd.reference());
    }

    /**
     * Puts a decision right: what stood before it binds again.
     *
     * @throws Refused {@code revision.later_binds} while a later one binds, {@code revision.drawn_above}, {@code budget.not_enough} where what it gave is
     *                 bound, and as {@link Binding#mayRise} where it gives back what others have asked for since
     */
    public void undo(long id, @Valid Undo cmd) {
        var step = steps.begin(Revision.class, id, UNDO, cmd.version());
        Revision revision = step.subject();
        Binding.Base base = binding.lock(revision.applicationId());
        finder.laterThan(revision).ifPresent(later -> {
            throw new Refused("revision.later_binds", later);
        });
        List<RevisionLine> lines = lines(revision);
        rules.unlessDrawn(base, lines.stream().mapToLong(l -> l.from().cents() - l.decided().cents()).sum());
        if (revision.periodTo() != null) {
            binding.endOn(base.id(), revision.periodBefore(), clock.today());
        }
        List<Sentence> said = new ArrayList<>();
        if (lines.stream().anyMatch(l -> l.from().compareTo(l.decided()) > 0)) {
            // what it gave back may have been asked for by others since
            List<Binding.More> more = lines.stream().map(l -> new Binding.More(l.schoolId(), l.category(), l.from().cents() - l.decided().cents())).toList();
            said.addAll(binding.mayRise(base.id(), more, finder.waiting(revision, base)));
        }
        revision.undone();
        step.record(Said.all(said).andWords(cmd.reason()));
        binding.bind(base.id(), lines.stream().map(RevisionLine::before).toList(), cmd.reason());
    }

    /** The lines that give a position more than it has. */
    private static List<Binding.Raised> raised(List<RevisionLine> lines, Function<RevisionLine, Money> to) {
        return lines.stream().filter(l -> to.apply(l).compareTo(l.from()) > 0).map(l -> new Binding.Raised(l.positionId(), l.category(), l.description(), l.quantity(), to.apply(l)))
                .toList();
    }

    /** What follows from a decision before the money moves; answers what is said of it. */
    private List<Sentence> settle(Revision revision, Binding.Base base, List<RevisionLine> lines, LocalDate periodTo, String terms) {
        List<Sentence> said = new ArrayList<>();
        if (terms == null || terms.isBlank()) {
            said.add(Sentence.of("application.terms_missing"));
        }
        rules.unlessDrawn(base, lines.stream().mapToLong(l -> l.decided().cents() - l.from().cents()).sum());
        said.addAll(binding.accompanied(base.id(), lines.stream().filter(l -> !l.fresh()).collect(Collectors.toMap(RevisionLine::positionId, l -> l.decided().cents()))));
        if (periodTo != null) {
            said.addAll(binding.endOn(base.id(), periodTo, clock.today()));
            said.add(Sentence.of("said.period_to", base.periodTo(), periodTo));
        }
        revision.binds(finder.lastBound(base.id()) + 1, periodTo, base.periodTo());
        return said;
    }

    private void bind(Binding.Base base, List<RevisionLine> lines, boolean asked, String reference) {
        Map<RevisionLine, Binding.Bound> bound = lines.stream().collect(Collectors.toMap(l -> l, l -> l.bound(asked)));
        Map<String, Long> made = binding.bind(base.id(), lines.stream().map(bound::get).toList(), reference);
        lines.forEach(l -> l.became(made.get(bound.get(l).source())));
    }

    private static RevisionAction outcome(Revision revision, List<RevisionLine> lines, Map<Long, Long> decided, Decide cmd) {
        boolean same = lines.stream().allMatch(l -> l.from().cents() == decided.get(l.id())) && cmd.periodTo() == null;
        boolean asAsked = lines.stream().allMatch(l -> l.to().cents() == decided.get(l.id())) && (revision.askedTo() == null || revision.askedTo().equals(cmd.periodTo()));
        if (Boolean.TRUE.equals(cmd.rejected())) {
            if (!same) {
                throw new Refused("revision.rejected_changes", revision.no());
            }
            return REJECT;
        }
        return asAsked ? APPROVE : same ? REJECT : APPROVE_PARTLY;
    }

    private void unlessDay(Revision revision, LocalDate decidedOn) {
        if (decidedOn.isAfter(clock.today())) {
            throw new Refused("application.decided_in_future", decidedOn);
        }
        if (revision.submittedOn() != null && decidedOn.isBefore(revision.submittedOn())) {
            throw new Refused("revision.decided_before_sent", decidedOn, revision.submittedOn());
        }
    }

    private static void unlessDecided(Binding.Base base) {
        if (!base.decided()) {
            throw new Refused("revision.not_decided", base.no());
        }
    }

    /** Its lines with what stands in the positions now. */
    private List<RevisionLine> seen(Revision revision, Binding.Base base) {
        List<RevisionLine> lines = lines(revision);
        lines.stream().filter(l -> !l.fresh()).forEach(l -> l.seen(base.position(l.positionId())));
        return lines;
    }

    /** Find, guard and apply of what changes the lines and not the state; the version rises with them. */
    private Revision edit(long id, RevisionAction action, Integer version) {
        Revision revision = Find.locked(em, Revision.class, id);
        guard.requireAuthority(APPLICATION_EDIT, revision.authorityId());
        revision.apply(action, version);
        em.lock(revision, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return revision;
    }

    private List<RevisionLine> lines(Revision revision) {
        return em.createQuery("select l from RevisionLine l where l.revisionId = :id order by l.id", RevisionLine.class).setParameter("id", revision.id()).getResultList();
    }
}
