package de.schulpakt.procurement.award;

import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What the rules of a programme ask of an award: which procedure, how many companies, when a second person. Amounts net. */
@ApplicationScoped
class AwardRules {
    /** Purchases of so many months are looked at together. */
    private static final int SPLIT_MONTHS = 12;

    @PersistenceContext
    EntityManager em;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    History history;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /** Something that is wrong; it refuses only if a verified rule says so. */
    private record Finding(boolean refuses, String source, String code, Object... args) {
    }

    /** What only has to be said. */
    private static Finding hint(String code, Object... args) {
        return new Finding(false, null, code, args);
    }

    /**
     * Asks the rules for what is proposed.
     *
     * @param chosen null for what is called off a contract
     * @return what is to be said
     * @throws Refused {@code award.over_limit}, {@code award.companies} by a verified rule
     */
    Said ask(AwardFile file, AwardBid chosen, List<AwardBid> bids) {
        Said said = Said.NOTHING;
        for (Finding found : findings(file, bids)) {
            if (found.refuses()) {
                throw new Refused(found.code(), found.args());
            }
            said = said.and(found.code(), found.args());
            if (found.source() != null) {
                said = said.and("funding.warns", found.source());
            }
        }
        if (chosen != null) {
            Money offer = Money.of(chosen.netCents());
            Money cheapest = bids.stream().map(AwardBid::netCents).filter(Objects::nonNull).min(Comparator.naturalOrder()).map(Money::of).orElse(offer);
            if (cheapest.compareTo(offer) < 0) {
                said = said.and("award.not_cheapest", offer, cheapest);
            }
            for (ProgrammeQueries.Rule rule : limits(file)) {
                Money limit = Money.of(Long.parseLong(rule.value()));
                if (file.estimate().compareTo(limit) <= 0 && offer.compareTo(limit) > 0) {
                    said = said.and("award.offer_over_limit", file.kind(), offer, limit);
                }
            }
        }
        return said;
    }

    /** The same before anybody is chosen, for the page. */
    List<Sentence> doubts(AwardFile file, List<AwardBid> bids) {
        List<Sentence> doubts = new ArrayList<>();
        for (Finding found : findings(file, bids)) {
            doubts.add(Sentence.of(found.code(), found.args()));
            if (found.source() != null && !found.refuses()) {
                doubts.add(Sentence.of("funding.warns", found.source()));
            }
        }
        return doubts;
    }

    private List<Finding> findings(AwardFile file, List<AwardBid> bids) {
        List<Finding> found = new ArrayList<>();
        List<ProgrammeQueries.Rule> limits = limits(file);
        if (file.kind().limit() != null && limits.isEmpty()) {
            found.add(hint("award.limit_unknown", file.kind()));
        }
        for (ProgrammeQueries.Rule rule : limits) {
            Money limit = Money.of(Long.parseLong(rule.value()));
            if (file.estimate().compareTo(limit) > 0) {
                found.add(new Finding(rule.verified(), rule.source(), "award.over_limit", file.kind(), file.estimate(), limit));
            }
        }
        if (file.kind().several()) {
            for (ProgrammeQueries.Rule rule : rules(RuleKind.AWARD_COMPANIES, file)) {
                if (bids.size() < Integer.parseInt(rule.value())) {
                    found.add(new Finding(rule.verified(), rule.source(), "award.companies", bids.size(), Integer.valueOf(rule.value())));
                }
            }
        }
        limits.stream().map(rule -> Money.of(Long.parseLong(rule.value()))).min(Comparator.naturalOrder()).ifPresent(limit -> {
            Money others = others(file);
            Money all = others.plus(file.estimate());
            if (others.compareTo(Money.ZERO) > 0 && file.estimate().compareTo(limit) <= 0 && all.compareTo(limit) > 0) {
                found.add(hint("award.split", file.category(), all, file.kind(), limit));
            }
        });
        return found;
    }

    /** What other files of the twelve months before it, of the same kind of goods and the same or a smaller procedure, were estimated at. */
    private Money others(AwardFile file) {
        Long cents = Ask.of(em, Long.class, """
                select coalesce(sum(f.estimateCents), 0) from AwardFile f where f.authorityId = :authority and f.category = :category and f.id <> :file
                and f.state <> :withdrawn and f.kind in :kinds and f.startedOn between :since and :day""")
                .set("authority", file.authorityId()).set("category", file.category()).set("file", file.id()).set("withdrawn", AwardState.WITHDRAWN)
                .set("kinds", List.of(AwardKind.values()).subList(0, file.kind().ordinal() + 1)).set("since", file.startedOn().minusMonths(SPLIT_MONTHS))
                .set("day", file.startedOn()).one().orElse(0L);
        return Money.of(cents);
    }

    private List<ProgrammeQueries.Rule> limits(AwardFile file) {
        return file.kind().limit() == null ? List.of() : rules(file.kind().limit(), file);
    }

    private List<ProgrammeQueries.Rule> rules(RuleKind kind, AwardFile file) {
        return file.programmeId() == null ? List.of() : programmes.rules(kind, file.programmeId(), file.category(), file.startedOn());
    }

    /** True if a verified rule asks for a second person who decides. */
    boolean needsSecond(AwardFile file) {
        return seconds(file).stream().anyMatch(ProgrammeQueries.Rule::verified);
    }

    /** What is said if who has proposed it decides, and a rule that nobody has verified would ask for somebody else. */
    Said secondDoubted(AwardFile file) {
        if (actor.id() == null || !actor.id().equals(history.lastActor(file.ref(), AwardAction.PROPOSE))) {
            return Said.NOTHING;
        }
        return seconds(file).stream().filter(rule -> !rule.verified()).findFirst()
                .map(rule -> Said.that("award.second_advised", file.chosen()).and("funding.warns", rule.source())).orElse(Said.NOTHING);
    }

    private List<ProgrammeQueries.Rule> seconds(AwardFile file) {
        return file.programmeId() == null ? List.of() : programmes.rules(RuleKind.AWARD_SECOND_CENTS, file.programmeId(), file.category(), clock.today()).stream()
                .filter(rule -> file.chosen() != null && file.chosen().cents() > Long.parseLong(rule.value())).toList();
    }
}
