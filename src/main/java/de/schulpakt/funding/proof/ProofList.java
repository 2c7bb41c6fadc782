package de.schulpakt.funding.proof;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** Proofs of use of the authorities that the asker may see, the newest first. */
@Queries
public class ProofList extends ListOf<ProofQueries.Row> {
    private static final Listing<ProofQueries.Row> LISTING = Listing.of(ProofQueries.Row.class, "proofs", "/funding/proofs")
            .from("Proof p").join("a", "join Application a on a.id = p.applicationId").join("t", "join Authority t on t.id = p.authorityId")
            .hidden("applicationId", "a.id")
            .column("no", "proof.no", TEXT, "p.no").sorted("no", "p.id").always().link("proof.xhtml?id={id}")
            .column("applicationNo", "funding.application", TEXT, "a.no").sorted("application", "a.id")
            .column("authority", "funding.authority", TEXT, "t.name").sorted()
            .column("kind", "proof.kind", NAME, "p.kind").sorted()
            .column("state", "funding.state", STATE, "p.state").sorted()
            .column("edition", "proof.edition", NUMBER, "p.edition").asked()
            .column("toOn", "proof.toOn", DAY, "p.toOn").sorted()
            .column("submittedOn", "proof.submittedOn", DAY, "p.submittedOn").sorted()
            .column("spentCents", "proof.spent", MONEY, "p.spentCents").sorted("spent")
            .column("acceptedOn", "proof.acceptedOn", DAY, "p.acceptedOn").sorted()
            .column("recognisedCents", "proof.recognised", MONEY, "p.recognisedCents").asked()
            .words("q", Words.in().starts("p.no", "a.no"))
            .equal("application", Long.class, "p.applicationId").equal("authority", Long.class, "p.authorityId")
            .equal("kind", ProofKind.class, "p.kind").equal("state", ProofState.class, "p.state")
            .usually("-p.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<ProofQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("p.applicationId", "p.authorityId");
    }
}
