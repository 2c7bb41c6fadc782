package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
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

    /** Refuses what may not be submitted; locks the ceiling. Returns the own share of the day in basis points. */
    int mayBeSubmitted(Application application, List<FundingPosition> positions, LocalDate day) {
        if (positions.isEmpty()) {
            throw new Refused("application.no_position");
        }
        LocalDate end = date(RuleKind.END, application, day, programmes.span(application.programmeId()).endsOn());
        if (day.isAfter(end)) {
            throw new Refused("application.programme_over", end);
        }
        positions.stream().map(FundingPosition::category).distinct().forEach(c -> allowed(application, c, day));
        mobileCap(application, day);
        ProgrammeQueries.Rule ownShare = programmes.rule(RuleKind.OWN_SHARE_BP, application.programmeId(), null, day);
        if (ownShare == null) {
            throw new Refused("application.no_own_share", day);
        }
        int ownShareBp = Integer.parseInt(ownShare.value());
        withinCeiling(application, positions, ownShareBp);
        return ownShareBp;
    }

    /** Refuses a decision that cannot be right. */
    void mayBeDecided(Application application, Applications.Decide cmd, ApplicationAction outcome, LocalDate today) {
        if (cmd.decidedOn().isAfter(today)) {
            throw new Refused("application.decided_in_future", cmd.decidedOn());
        }
        if (outcome == ApplicationAction.REJECT) {
            if (cmd.reason() == null || cmd.reason().isBlank()) {
                throw new Refused("application.reason_missing");
            }
            return;
        }
        if (cmd.periodFrom() == null || cmd.periodTo() == null || cmd.periodTo().isBefore(cmd.periodFrom())) {
            throw new Refused("application.period_missing");
        }
        ProgrammeQueries.Span programme = programmes.span(application.programmeId());
        LocalDate first = date(RuleKind.EARLIEST_START, application, cmd.decidedOn(), programme.startsOn());
        LocalDate last = date(RuleKind.END, application, cmd.decidedOn(), programme.endsOn());
        if (cmd.periodFrom().isBefore(first) || cmd.periodTo().isAfter(last)) {
            throw new Refused("application.period_outside", first, last);
        }
    }

    /** R09: the category is in the programme's list. */
    private void allowed(Application application, Category category, LocalDate day) {
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.CATEGORY_ALLOWED, application.programmeId(), category, day);
        if (rule == null || !"YES".equals(rule.value())) {
            throw new Refused("application.category_not_allowed", category);
        }
    }

    /** R11: mobile devices of a general-education school, this application and those that count against the ceiling. */
    private void mobileCap(Application application, LocalDate day) {
        ProgrammeQueries.Rule cap = programmes.rule(RuleKind.MOBILE_CAP_CENTS, application.programmeId(), Category.MOBILE_DEVICE, day);
        if (cap == null) {
            return;
        }
        Money most = Money.of(Long.parseLong(cap.value()));
        for (GrantFinder.MobileDevices school : counted.mobileDevices(application.id(), application.programmeId())) {
            if (school.eligible().compareTo(most) > 0) {
                throw new Refused("application.mobile_cap", school.school(), most, school.eligible(), school.eligible().minus(most));
            }
        }
    }

    /** R03: all grants of the authority stay within its ceiling. */
    private void withinCeiling(Application application, List<FundingPosition> positions, int ownShareBp) {
        Money ceiling = ceilings.lockCeiling(application.programmeId(), application.authorityId());
        if (ceiling == null) {
            throw new Refused("application.no_ceiling");
        }
        Money others = counted.grants(application.programmeId(), application.authorityId(), application.id()).grant();
        Money mine = Grants.grantOf(positions.stream().map(FundingPosition::applied).reduce(Money.ZERO, Money::plus), ownShareBp);
        Money tooMuch = others.plus(mine).minus(ceiling);
        if (tooMuch.cents() > 0) {
            throw new Refused("application.over_ceiling", ceiling, others, mine, tooMuch);
        }
    }

    private LocalDate date(RuleKind kind, Application application, LocalDate day, LocalDate otherwise) {
        ProgrammeQueries.Rule rule = programmes.rule(kind, application.programmeId(), null, day);
        return rule == null ? otherwise : LocalDate.parse(rule.value());
    }
}
