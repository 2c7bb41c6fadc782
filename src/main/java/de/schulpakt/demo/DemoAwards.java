package de.schulpakt.demo;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Clock;
import de.schulpakt.procurement.award.AwardKind;
import de.schulpakt.procurement.award.AwardQueries;
import de.schulpakt.procurement.award.Awards;
import de.schulpakt.procurement.award.BidState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the purchases of the demo were awarded. Amounts net, in cents. */
@ApplicationScoped
class DemoAwards {
    @Inject
    Awards awards;
    @Inject
    AwardQueries queries;
    @Inject
    Clock clock;

    /** A negotiated award, begun today; nobody is asked so far. */
    Long open(Long authority, Long programme, String title, Category category, long estimateCents, String basis) {
        return awards.open(new Awards.Open(authority, new Awards.Facts(title, AwardKind.NEGOTIATED, programme, category, estimateCents, basis, clock.today(),
                "Drei leistungsfähige Unternehmen der Region sind bekannt.", null, null)));
    }

    /** A company of the catalogue is asked, by its name; null for no answer so far. */
    void ask(Long file, String company, Long netCents) {
        Long supplier = queries.choices().suppliers().stream().filter(s -> s.name().equals(company)).map(AwardQueries.Choice::id).findFirst().orElse(null);
        Long bid = awards.ask(file, new Awards.AskFor(version(file), supplier, company, clock.today()));
        if (netCents != null) {
            awards.answer(file, bid, new Awards.Answer(version(file), BidState.OFFERED, clock.today(), netCents, null, null));
        }
    }

    /** The last company that was asked does not offer. */
    void declined(Long file, String words) {
        AwardQueries.View view = queries.view(file);
        Long last = view.bids().get(view.bids().size() - 1).id();
        awards.answer(file, last, new Awards.Answer(view.version(), BidState.DECLINED, null, null, null, words));
    }

    /** The first company is to get it. */
    void propose(Long file, String reason) {
        AwardQueries.View view = queries.view(file);
        awards.propose(file, new Awards.Propose(view.version(), view.bids().get(0).id(), reason));
    }

    void decide(Long file) {
        awards.decide(file, new Awards.Decide(version(file), null));
    }

    void withdraw(Long file, String reason) {
        awards.withdraw(file, new Awards.Reason(version(file), reason));
    }

    private Integer version(Long file) {
        return queries.view(file).version();
    }
}
