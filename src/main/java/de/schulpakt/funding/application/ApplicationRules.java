package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.Category;
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
import java.util.List;

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
     * @param ownShareBp own share of the day in basis points
     * @param doubts     what rules that nobody has verified would have refused
     */
    record Found(int ownShareBp, List<Sentence> doubts) {
    }

    /**
     * Refuses what may not be submitted; locks the ceiling. Only a verified rule refuses: what another demands is kept as a
     * doubt.
     */
    Found mayBeSubmitted(Application application, List<FundingPosition> positions, LocalDate day) {
        if (positions.isEmpty()) {
            throw new Refused("application.no_position");
        }
        // the lock comes before every sum: of two applications at once the second sees what the first has asked for
        ProgrammeQueries.Limit ceiling = ceilings.lockCeiling(application.programmeId(), application.authorityId());
        List<Sentence> doubts = new ArrayList<>();
        ProgrammeQueries.Rule last = programmes.rule(RuleKind.END, application.programmeId(), null, day);
        LocalDate end = day(last, programmes.span(application.programmeId()).endsOn());
        demand(!day.isAfter(end), last, doubts, "application.programme_over", end);
        positions.stream().map(FundingPosition::category).distinct().forEach(c -> allowed(application, c, day, doubts));
        mobileCap(application, day, doubts);
        ProgrammeQueries.Rule ownShare = programmes.rule(RuleKind.OWN_SHARE_BP, application.programmeId(), null, day);
        if (ownShare == null) {
            throw new Refused("application.no_own_share", day);
        }
        int ownShareBp = Integer.parseInt(ownShare.value());
        withinCeiling(application, positions, ownShareBp, ceiling, doubts);
        return new Found(ownShareBp, doubts);
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
        List<Sentence> doubts = new ArrayList<>();
        ProgrammeQueries.Span programme = programmes.span(application.programmeId());
        ProgrammeQueries.Rule start = programmes.rule(RuleKind.EARLIEST_START, application.programmeId(), null, cmd.decidedOn());
        ProgrammeQueries.Rule end = programmes.rule(RuleKind.END, application.programmeId(), null, cmd.decidedOn());
        LocalDate first = day(start, programme.startsOn());
        LocalDate last = day(end, programme.endsOn());
        demand(!cmd.periodFrom().isBefore(first), start, doubts, "application.period_outside", first, last);
        demand(!cmd.periodTo().isAfter(last), end, doubts, "application.period_outside", first, last);
        return doubts;
    }

    /** Refuses what a verified rule, or no rule but the programme itself, forbids; keeps what another rule forbids as a doubt. */
    private static void demand(boolean kept, ProgrammeQueries.Rule rule, List<Sentence> doubts, String code, Object... args) {
        demand(kept, rule == null || rule.verified(), rule == null ? null : rule.source(), doubts, code, args);
    }

    private static void demand(boolean kept, boolean refuses, String source, List<Sentence> doubts, String code, Object... args) {
        if (kept) {
            return;
        }
        if (refuses) {
            throw new Refused(code, args);
        }
        doubts.add(Sentence.of(code, args));
        doubts.add(Sentence.of("funding.warns", source));
    }

    /** R09: the category is in the programme's list. */
    private void allowed(Application application, Category category, LocalDate day, List<Sentence> doubts) {
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.CATEGORY_ALLOWED, application.programmeId(), category, day);
        demand(rule != null && "YES".equals(rule.value()), rule, doubts, "application.category_not_allowed", category);
    }

    /** R11: mobile devices of a general-education school, this application and those that count against the ceiling. */
    private void mobileCap(Application application, LocalDate day, List<Sentence> doubts) {
        ProgrammeQueries.Rule cap = programmes.rule(RuleKind.MOBILE_CAP_CENTS, application.programmeId(), Category.MOBILE_DEVICE, day);
        if (cap == null) {
            return;
        }
        Money most = Money.of(Long.parseLong(cap.value()));
        for (GrantFinder.MobileDevices school : counted.mobileDevices(application.id(), application.programmeId())) {
            demand(school.eligible().compareTo(most) <= 0, cap, doubts, "application.mobile_cap", school.school(), most,
                    school.eligible(), school.eligible().minus(most));
        }
    }

    /** R03: all grants of the authority stay within its ceiling. */
    private void withinCeiling(Application application, List<FundingPosition> positions, int ownShareBp, ProgrammeQueries.Limit ceiling,
            List<Sentence> doubts) {
        if (ceiling == null) {
            throw new Refused("application.no_ceiling");
        }
        Money others = counted.grants(application.programmeId(), application.authorityId(), application.id()).grant();
        Money mine = Grants.grantOf(positions.stream().map(FundingPosition::applied).reduce(Money.ZERO, Money::plus), ownShareBp);
        Money tooMuch = others.plus(mine).minus(ceiling.amount());
        demand(tooMuch.cents() <= 0, ceiling.verified(), ceiling.source(), doubts, "application.over_ceiling", ceiling.amount(), others,
                mine, tooMuch);
    }

    private static LocalDate day(ProgrammeQueries.Rule rule, LocalDate otherwise) {
        return rule == null ? otherwise : LocalDate.parse(rule.value());
    }
}
