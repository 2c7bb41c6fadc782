package de.schulpakt.funding.proof;

import static de.schulpakt.identity.Permission.APPLICATION_SUBMIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;
import static de.schulpakt.identity.Permission.DEVICE_SERVE;
import static de.schulpakt.identity.Permission.GRANT_DRAW;
import static de.schulpakt.identity.Permission.TICKET_ACCEPT;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SearchSource;
import de.schulpakt.identity.register.SubjectLink;
import de.schulpakt.identity.register.WaitingCount;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a proof, what waits, and who is told of a gap. */
@Dependent
class ProofRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Proof", "/funding/proof.xhtml?id={id}", APPLICATION_VIEW);
    }

    /** Questions of the granting body. */
    @Produces
    WaitingCount asked() {
        return new WaitingCount("funding", APPLICATION_SUBMIT, "proof x where x.state = 'QUERIED' and {authority:x.authority_id}");
    }

    @Produces
    SearchSource search() {
        return new SearchSource("Proof", 36, APPLICATION_VIEW, SearchSource.Within.AUTHORITIES, """
                select p.id as id, p.no as no, a.title as title, y.name as place
                from Proof p join Application a on a.id = p.applicationId join Authority y on y.id = a.authorityId
                where {scope} and p.no like :start escape '!'
                order by p.id desc""", SearchSource.Exact.NUMBER);
    }

    @Produces
    NoticeKind place() {
        return new NoticeKind("message.proof_place", "proofs", DEVICE_PLACE, false, false);
    }

    @Produces
    NoticeKind acceptance() {
        return new NoticeKind("message.proof_acceptance", "proofs", TICKET_ACCEPT, false, false);
    }

    @Produces
    NoticeKind lost() {
        return new NoticeKind("message.proof_lost", "proofs", DEVICE_SERVE, false, false);
    }

    @Produces
    NoticeKind counted() {
        return new NoticeKind("message.proof_counted", "proofs", DEVICE_SERVE, false, false);
    }

    @Produces
    NoticeKind gap() {
        return new NoticeKind("message.proof_gap", "proofs", GRANT_DRAW, false, false);
    }
}
