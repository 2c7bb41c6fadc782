package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the rules of the programme demand of an application before a step is taken. */
@ApplicationScoped
class ApplicationRules {
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Programmes ceilings;
    @Inject
    GrantFinder counted;

    /**
     * What was found when an application was submitted.
     *
     * @param ownShare own share of the day
     * @param doubts     what rules that nobody has verified would have refused
     */
    record Found(OwnShare ownShare, List<Sentence> doubts) {
    }

    /**
     * Refuses what may not be submitted, with all that hinders it and not the first only; locks the ceiling. Only a verified rule refuses: what
     * another demands is kept as a doubt.
     *
     * @throws Refused with the one reason that there is, or {@code application.hindered} (how many, all of them)
     */
    Found mayBeSubmitted(Application application, List<FundingPosition> positions, LocalDate day) {
        // the lock comes before every sum: of two applications at once the second sees what the first has asked for
        Asked asked = asked(application, positions, ceilings.lockCeiling(application.programmeId(), application.authorityId()), day);
        List<Refused> hindrances = asked.hindrances(positions, day);
        List<Sentence> all = sentences(hindrances);
        if (all.size() == 1) {
            throw hindrances.get(0);
        }
        if (!all.isEmpty()) {
            throw new Refused("application.hindered", all.size(), all.stream().reduce((first, next) -> Sentence.of("application.hindered.and", first, next)).orElseThrow());
        }
        return new Found(asked.ownShare(), asked.check().doubts);
    }

    /** All with which a submission would be refused that day, in the order of its questions; refuses and locks nothing. */
    List<Sentence> hindrances(Application application, List<FundingPosition> positions, LocalDate day) {
        return sentences(asked(application, positions, day).hindrances(positions, day));
    }

    /** What rules that nobody has verified would refuse if the application were submitted that day; refuses and locks nothing. */
    List<Sentence> doubts(Application application, List<FundingPosition> positions, LocalDate day) {
        return asked(application, positions, day).check().doubts;
    }

    /** All that rules demand of it that day, kept or not: what a page shows; refuses and locks nothing. */
    List<ApplicationQueries.Demand> demands(Application application, List<FundingPosition> positions, LocalDate day) {
        return asked(application, positions, day).check().all;
    }

    private Asked asked(Application application, List<FundingPosition> positions, LocalDate day) {
        return asked(application, positions, programmes.ceilings(application.programmeId(), application.authorityId()), day);
    }

    private Asked asked(Application application, List<FundingPosition> positions, List<ProgrammeQueries.Limit> limits, LocalDate day) {
        Check check = new Check(false);
        bounds(application, positions, day, check);
        OwnShare ownShare = programmes.ownShare(application.programmeId(), day);
        if (ownShare != null) {
            withinCeiling(application, positions, ownShare, limits, check);
            large(application, positions, ownShare, day, check);
        }
        return new Asked(limits, ownShare, check);
    }

    /** What a submission asks: all demands of the rules, and what must be there before one can be asked. */
    private record Asked(List<ProgrammeQueries.Limit> limits, OwnShare ownShare, Check check) {
        List<Refused> hindrances(List<FundingPosition> positions, LocalDate day) {
            List<Refused> hindrances = new ArrayList<>();
            if (positions.isEmpty()) {
                hindrances.add(new Refused("application.no_position"));
            }
            if (limits.isEmpty()) {
                hindrances.add(new Refused("application.no_ceiling"));
            }
            if (ownShare == null) {
                hindrances.add(new Refused("application.no_own_share", day));
            }
            hindrances.addAll(check.refusals);
            return hindrances;
        }
    }

    private static List<Sentence> sentences(List<Refused> refusals) {
        return refusals.stream().map(one -> Sentence.of(one.code(), one.args().toArray())).distinct().toList();
    }

    /** What rules demand of the kinds of things that it buys: allowed (R09), and mobile devices within their bound (R11). */
    List<ApplicationQueries.Demand> demandsOfKinds(Application application, List<FundingPosition> positions, LocalDate day) {
        Check check = new Check(false);
        positions.stream().map(FundingPosition::category).distinct().forEach(c -> allowed(application, c, day, check));
        mobileCap(application, day, check);
        return check.all;
    }

    private void bounds(Application application, List<FundingPosition> positions, LocalDate day, Check check) {
        dates(application, day, check);
        measures(application, positions, day, check);
        accompanied(application, positions, Map.of(), p -> true, day, check);
        positions.stream().map(FundingPosition::category).distinct().forEach(c -> allowed(application, c, day, check));
        mobileCap(application, day, check);
        lumpSums(application, positions, day, check);
    }

    /** Where a lump sum stands for a piece, a position asks for no more than its pieces bring; one that names no quantity is not judged. */
    private void lumpSums(Application application, List<FundingPosition> positions, LocalDate day, Check check) {
        Map<Category, List<ProgrammeQueries.Rule>> sums = new EnumMap<>(Category.class);
        for (FundingPosition p : positions) {
            Integer pieces = p.detail().quantity();
            if (pieces != null) {
                sums.computeIfAbsent(p.category(), c -> programmes.rules(RuleKind.LUMP_SUM_CENTS, application.programmeId(), c, day)).forEach(rule -> {
                    Money one = Money.of(Long.parseLong(rule.value()));
                    demand(p.applied().compareTo(one.times(pieces)) <= 0, rule, check, "application.over_lump_sum", p.no(), p.applied(), pieces, one, one.times(pieces));
                });
            }
        }
    }

    /** The same of positions that a version raises; a verified rule refuses, any other is answered as a doubt. */
    List<Sentence> lumpSums(Application application, List<Binding.Raised> lines, LocalDate day) {
        Check check = new Check(true);
        Map<Category, List<ProgrammeQueries.Rule>> sums = new EnumMap<>(Category.class);
        for (Binding.Raised line : lines) {
            sums.computeIfAbsent(line.category(), c -> programmes.rules(RuleKind.LUMP_SUM_CENTS, application.programmeId(), c, day)).forEach(rule -> {
                Money one = Money.of(Long.parseLong(rule.value()));
                demand(line.to().compareTo(one.times(line.pieces())) <= 0, rule, check, "revision.over_lump_sum", line.description(), line.to(), line.pieces(), one,
                        one.times(line.pieces()));
            });
        }
        return check.doubts;
    }

    /** The grant is not smaller than the smallest that is given. */
    private void large(Application application, List<FundingPosition> positions, OwnShare ownShare, LocalDate day, Check check) {
        Money grant = ownShare.grant(positions.stream().map(FundingPosition::applied).reduce(Money.ZERO, Money::plus));
        programmes.rules(RuleKind.MIN_GRANT_CENTS, application.programmeId(), null, day).forEach(rule -> {
            Money least = Money.of(Long.parseLong(rule.value()));
            demand(grant.compareTo(least) >= 0, rule, check, "application.below_min_grant", grant, least);
        });
    }

    /**
     * R12: what accompanies a measure has one, and one that is paid for once it is decided. A verified rule refuses, any other is answered as a doubt;
     * without a rule nothing is demanded.
     */
    List<Sentence> accompanied(Application application, List<FundingPosition> positions, LocalDate day) {
        Check check = new Check(true);
        accompanied(application, positions, Map.of(), p -> true, day, check);
        return check.doubts;
    }

    /** The same with these amounts approved, by position: of those, and of what accompanies one of them that falls to nothing. */
    List<Sentence> accompanied(Application application, List<FundingPosition> positions, Map<Long, Long> after, LocalDate day) {
        Check check = new Check(true);
        accompanied(application, positions, after, p -> after.containsKey(p.id()) || p.parentId() != null && Long.valueOf(0).equals(after.get(p.parentId())), day, check);
        return check.doubts;
    }

    private void accompanied(Application application, List<FundingPosition> positions, Map<Long, Long> after, Predicate<FundingPosition> asked, LocalDate day, Check check) {
        List<ProgrammeQueries.Rule> rules = programmes.rules(RuleKind.ACCOMPANYING_NEEDS_PARENT, application.programmeId(), null, day);
        Map<Long, FundingPosition> known = positions.stream().filter(p -> p.id() != null).collect(Collectors.toMap(FundingPosition::id, p -> p));
        for (FundingPosition p : positions.stream().filter(asked).toList()) {
            FundingPosition parent = p.parentId() == null ? null : known.get(p.parentId());
            boolean kept = !p.accompanying() || gone(p, after) || parent != null && !gone(parent, after);
            rules.stream().filter(rule -> "YES".equals(rule.value())).forEach(rule -> demand(kept, rule, check, "application.accompanying_alone", p.no(), p.description()));
        }
    }

    private static boolean gone(FundingPosition p, Map<Long, Long> after) {
        return after.containsKey(p.id()) ? after.get(p.id()) == 0 : p.decided() && p.approved().cents() == 0;
    }

    /** R01, R02: what is bought when, where it is said, lies within the programme. */
    private void measures(Application application, List<FundingPosition> positions, LocalDate day, Check check) {
        ProgrammeQueries.Span programme = programmes.span(application.programmeId());
        List<Bound> starts = until(RuleKind.EARLIEST_START, application, day, programme.startsOn());
        List<Bound> ends = until(RuleKind.END, application, day, programme.endsOn());
        for (FundingPosition p : positions) {
            starts.forEach(first -> demand(p.measureFrom() == null || !p.measureFrom().isBefore(first.day()), first.rule(), check, "application.measure_before", p.no(),
                    p.measureFrom(), first.day()));
            ends.forEach(last -> demand(p.measureTo() == null || !p.measureTo().isAfter(last.day()), last.rule(), check, "application.measure_after", p.no(),
                    p.measureTo(), last.day()));
        }
    }

    private void dates(Application application, LocalDate day, Check check) {
        until(RuleKind.END, application, day, programmes.span(application.programmeId()).endsOn()).forEach(
                end -> demand(!day.isAfter(end.day()), end.rule(), check, "application.programme_over", end.day()));
        programmes.rules(RuleKind.APPLY_UNTIL, application.programmeId(), null, day).forEach(rule -> demand(
                !day.isAfter(LocalDate.parse(rule.value())), rule, check, "application.too_late", LocalDate.parse(rule.value())));
    }

    /** What rules say to a last day of the approval period that a later decision names: refuses, or answers what is not verified. */
    List<Sentence> mayEnd(Application application, LocalDate periodTo, LocalDate decidedOn) {
        Check check = new Check(true);
        ProgrammeQueries.Span programme = programmes.span(application.programmeId());
        until(RuleKind.END, application, decidedOn, programme.endsOn()).forEach(last -> demand(!periodTo.isAfter(last.day()), last.rule(), check,
                "application.period_outside", programme.startsOn(), last.day()));
        return check.doubts;
    }

    /** Refuses a decision that cannot be right; answers what rules that nobody has verified would have refused. */
    List<Sentence> mayBeDecided(Application application, Applications.Decide cmd, ApplicationAction outcome, LocalDate today) {
        if (cmd.decidedOn().isAfter(today)) {
            throw new Refused("application.decided_in_future", cmd.decidedOn());
        }
        if (outcome == ApplicationAction.REJECT) {
            if (cmd.reason() == null || cmd.reason().isBlank()) {
                throw new Refused("application.reason_missing");
            }
            return List.of();
        }
        if (cmd.periodFrom() == null || cmd.periodTo() == null || cmd.periodTo().isBefore(cmd.periodFrom())) {
            throw new Refused("application.period_missing");
        }
        Check check = new Check(true);
        ProgrammeQueries.Span programme = programmes.span(application.programmeId());
        List<Bound> starts = until(RuleKind.EARLIEST_START, application, cmd.decidedOn(), programme.startsOn());
        List<Bound> ends = until(RuleKind.END, application, cmd.decidedOn(), programme.endsOn());
        starts.forEach(first -> demand(!cmd.periodFrom().isBefore(first.day()), first.rule(), check, "application.period_outside",
                first.day(), ends.get(0).day()));
        ends.forEach(last -> demand(!cmd.periodTo().isAfter(last.day()), last.rule(), check, "application.period_outside",
                starts.get(0).day(), last.day()));
        if (cmd.terms() == null || cmd.terms().isBlank()) {
            check.doubts.add(Sentence.of("application.terms_missing"));
        }
        return check.doubts;
    }

    /** What a step demands: refused when a verified rule, or no rule but the programme itself, forbids it; else a doubt. */
    private static final class Check {
        private final boolean refuses;
        private final List<Sentence> doubts = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();
        private final List<ApplicationQueries.Demand> all = new ArrayList<>();

        /** @param refuses false only collects refusals and doubts: for a page before the step, and for a step that names all of them */
        Check(boolean refuses) {
            this.refuses = refuses;
        }

        void demand(boolean kept, boolean verified, String source, String code, Object... args) {
            all.add(new ApplicationQueries.Demand(code, kept, verified, null, args.length > 0 && args[0] instanceof Money amount ? String.valueOf(amount.cents()) : null, source));
            refuse(kept, verified, source, code, args);
        }

        void demand(boolean kept, ProgrammeQueries.Rule rule, String code, Object... args) {
            all.add(new ApplicationQueries.Demand(code, kept, rule == null || rule.verified(), rule == null ? null : rule.kind(), rule == null ? null : rule.value(),
                    rule == null ? null : rule.source()));
            refuse(kept, rule == null || rule.verified(), rule == null ? null : rule.source(), code, args);
        }

        private void refuse(boolean kept, boolean verified, String source, String code, Object... args) {
            if (!kept && verified) {
                Refused refused = new Refused(code, args);
                if (refuses) {
                    throw refused;
                }
                refusals.add(refused);
            }
            if (!kept && !verified) {
                doubts.add(Sentence.of(code, args));
                doubts.add(Sentence.of("funding.warns", source));
            }
        }
    }

    private static void demand(boolean kept, ProgrammeQueries.Rule rule, Check check, String code, Object... args) {
        check.demand(kept, rule, code, args);
    }

    /** R09: the category is in the programme's list. */
    private void allowed(Application application, Category category, LocalDate day, Check check) {
        List<ProgrammeQueries.Rule> rules = programmes.rules(RuleKind.CATEGORY_ALLOWED, application.programmeId(), category, day);
        if (rules.isEmpty()) {
            demand(false, null, check, "application.category_not_allowed", category);
        }
        rules.forEach(rule -> demand("YES".equals(rule.value()), rule, check, "application.category_not_allowed", category));
    }

    /** R11: mobile devices of a general-education school, this application and those that count against the ceiling. */
    private void mobileCap(Application application, LocalDate day, Check check) {
        List<ProgrammeQueries.Rule> caps = programmes.rules(RuleKind.MOBILE_CAP_CENTS, application.programmeId(), Category.MOBILE_DEVICE, day);
        if (caps.isEmpty()) {
            return;
        }
        for (GrantFinder.MobileDevices school : counted.mobileDevices(application.id(), application.programmeId(), counted.schools(application.id()))) {
            caps.forEach(cap -> {
                Money most = Money.of(Long.parseLong(cap.value()));
                demand(school.eligible().compareTo(most) <= 0, cap, check, "application.mobile_cap", school.school(), most,
                        school.eligible(), school.eligible().minus(most));
            });
        }
    }

    /**
     * Refuses a version that may not be sent, and answers what rules that nobody has verified would have refused; locks the ceiling.
     *
     * @param more    what it asks for on top, by school and category; less than nothing where it asks for less
     * @param waiting what other versions ask for in mobile devices
     * @param inTime  whether the last day for applications holds
     */
    List<Sentence> mayBeRaised(Application application, List<Binding.More> more, List<Binding.More> waiting, boolean inTime, LocalDate day) {
        Check check = new Check(true);
        if (inTime) {
            dates(application, day, check);
        }
        more.stream().filter(m -> m.cents() > 0).map(Binding.More::category).distinct().forEach(c -> allowed(application, c, day, check));
        mayRise(application, more, waiting, day, check);
        return check.doubts;
    }

    /** Refuses what a decision may not give on top: the ceiling and the bound of mobile devices are asked, and no day; locks the ceiling. */
    List<Sentence> mayRise(Application application, List<Binding.More> more, List<Binding.More> waiting, LocalDate day) {
        Check check = new Check(true);
        mayRise(application, more, waiting, day, check);
        return check.doubts;
    }

    private void mayRise(Application application, List<Binding.More> more, List<Binding.More> waiting, LocalDate day, Check check) {
        List<ProgrammeQueries.Limit> limits = ceilings.lockCeiling(application.programmeId(), application.authorityId());
        if (limits.isEmpty()) {
            throw new Refused("application.no_ceiling");
        }
        mobileCap(application, more, waiting, day, check);
        Grants others = counted.grants(application.programmeId(), application.authorityId(), application.id());
        Money before = counted.grants(application.programmeId(), application.authorityId()).counted().minus(others.counted());
        Money grant = application.ownShare().grant(before.plus(Money.of(more.stream().mapToLong(Binding.More::cents).sum())));
        withinCeiling(others.grant(), grant, limits, check);
    }

    /** R11 with what a version asks for on top, and with what others wait for. */
    private void mobileCap(Application application, List<Binding.More> more, List<Binding.More> waiting, LocalDate day, Check check) {
        List<ProgrammeQueries.Rule> caps = programmes.rules(RuleKind.MOBILE_CAP_CENTS, application.programmeId(), Category.MOBILE_DEVICE, day);
        Map<Long, Long> raised = more.stream().filter(m -> m.category() == Category.MOBILE_DEVICE)
                .collect(Collectors.groupingBy(Binding.More::schoolId, TreeMap::new, Collectors.summingLong(Binding.More::cents)));
        if (caps.isEmpty() || raised.isEmpty()) {
            return;
        }
        Map<Long, Money> now = counted.mobileDevices(application.id(), application.programmeId(), raised.keySet()).stream()
                .collect(Collectors.toMap(GrantFinder.MobileDevices::schoolId, GrantFinder.MobileDevices::eligible));
        raised.forEach((school, cents) -> counted.generalSchool(school).filter(name -> cents > 0).ifPresent(name -> {
            long others = waiting.stream().filter(m -> m.schoolId().equals(school)).mapToLong(Binding.More::cents).sum();
            Money after = now.getOrDefault(school, Money.ZERO).plus(Money.of(others + cents));
            caps.forEach(cap -> {
                Money most = Money.of(Long.parseLong(cap.value()));
                demand(after.compareTo(most) <= 0, cap, check, "application.mobile_cap", name, most, after, after.minus(most));
            });
        }));
    }

    /** R03: all grants of the authority stay within its ceiling, the confirmed one, or a newer one as a doubt. */
    private void withinCeiling(Application application, List<FundingPosition> positions, OwnShare ownShare, List<ProgrammeQueries.Limit> limits,
            Check check) {
        Money others = counted.grants(application.programmeId(), application.authorityId(), application.id()).grant();
        Money mine = ownShare.grant(positions.stream().map(FundingPosition::applied).reduce(Money.ZERO, Money::plus));
        withinCeiling(others, mine, limits, check);
    }

    private static void withinCeiling(Money others, Money mine, List<ProgrammeQueries.Limit> limits, Check check) {
        for (ProgrammeQueries.Limit ceiling : limits) {
            Money tooMuch = others.plus(mine).minus(ceiling.amount());
            check.demand(tooMuch.cents() <= 0, ceiling.verified(), ceiling.source(), "application.over_ceiling", ceiling.amount(), others,
                    mine, tooMuch);
        }
    }

    /** A day that bounds: by a rule, or by the programme itself, then the rule is null. */
    private record Bound(LocalDate day, ProgrammeQueries.Rule rule) {
    }

    /** What holds: the verified rule, or the programme’s own day as long as there is none; then what nobody has verified. */
    private List<Bound> until(RuleKind kind, Application application, LocalDate on, LocalDate own) {
        List<Bound> bounds = new ArrayList<>();
        List<ProgrammeQueries.Rule> rules = programmes.rules(kind, application.programmeId(), null, on);
        if (rules.stream().noneMatch(ProgrammeQueries.Rule::verified)) {
            bounds.add(new Bound(own, null));
        }
        rules.forEach(rule -> bounds.add(new Bound(LocalDate.parse(rule.value()), rule)));
        return bounds;
    }
}
