package de.schulpakt.funding.revision;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a version may ask for and what a decision on it may be. */
@ApplicationScoped
class RevisionRules {
    @Inject
    ProgrammeQueries programmes;
    @Inject
    RevisionFinder finder;
    @Inject
    Binding binding;

    /** Refuses what is not of its kind; a notice may be words alone, and another period needs no line. */
    void unlessFits(Revision revision, List<RevisionLine> lines, Money from, Money to) {
        if (revision.kind() != RevisionKind.NOTICE && (revision.askedTo() == null || revision.kind() == RevisionKind.SUPPLEMENT)
                && lines.stream().allMatch(RevisionLine::changesNothing)) {
            throw new Refused("revision.no_line", revision.no());
        }
        if (revision.kind() == RevisionKind.AMENDMENT && to.compareTo(from) > 0) {
            throw new Refused("revision.amendment_raises", from, to);
        }
        if (revision.kind() == RevisionKind.SUPPLEMENT && to.compareTo(from) <= 0) {
            throw new Refused("revision.supplement_raises_nothing", from, to);
        }
        if (revision.kind().onlyLess()) {
            lines.stream().filter(l -> l.to().compareTo(l.from()) > 0).findFirst().ifPresent(l -> {
                throw new Refused("revision.only_less", l.from(), l.to());
            });
        }
    }

    /** R05: a verified rule refuses; what another would have refused is answered. */
    List<Sentence> often(Binding.Base base, LocalDate today) {
        long with = finder.supplements(base.authorityId(), base.programmeId(), today.getYear()) + 1;
        List<Sentence> doubts = new ArrayList<>();
        for (ProgrammeQueries.Rule rule : programmes.rules(RuleKind.SUPPLEMENTS_PER_YEAR, base.programmeId(), null, today)) {
            int most = Integer.parseInt(rule.value());
            if (with > most && rule.verified()) {
                throw new Refused("revision.too_often", String.valueOf(today.getYear()), most);
            }
            if (with > most) {
                doubts.add(Sentence.of("revision.too_often", String.valueOf(today.getYear()), most));
                doubts.add(Sentence.of("funding.warns", rule.source()));
            }
        }
        return doubts;
    }

    /** Refuses more in all than stands there now and was asked for on top, and any rise where a part is given up or taken back. */
    void unlessRaised(Revision revision, List<RevisionLine> lines) {
        if (revision.kind().onlyLess()) {
            lines.stream().filter(l -> l.decided().compareTo(l.from()) > 0).findFirst().ifPresent(l -> {
                throw new Refused("revision.only_less", l.from(), l.decided());
            });
        }
        long most = revision.asked().cents() + lines.stream().mapToLong(l -> l.from().cents()).sum();
        long decided = lines.stream().mapToLong(l -> l.decided().cents()).sum();
        if (decided > most) {
            throw new Refused("revision.decided_raises", Money.of(most), Money.of(decided));
        }
    }

    /** Refuses a change after which more would be drawn than is granted. */
    void unlessDrawn(Binding.Base base, long signed) {
        if (signed >= 0) {
            return;
        }
        Money grant = binding.grant(base.id(), Money.of(base.grantedCents() + signed));
        Money drawn = finder.drawn(base.id());
        if (drawn.compareTo(grant) > 0) {
            throw new Refused("revision.drawn_above", drawn, grant, drawn.minus(grant));
        }
    }
}
