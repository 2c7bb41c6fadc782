package de.schulpakt.funding.audit;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.row.Ask;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;

/** What stands in an application that is looked into. */
record Head(String no, Long authorityId, LocalDate decidedOn) {
    /** @throws NotFound if there is none or the asker may not see it */
    static Head of(EntityManager em, Guard guard, long applicationId) {
        Head head = Ask.of(em, Head.class, "select a.no as no, a.authorityId as authorityId, a.decidedOn as decidedOn from Application a where a.id = :id").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, head.authorityId());
        return head;
    }

    /** The application in its history. */
    Ref ref(long applicationId) {
        return new Ref("Application", applicationId, no).ofAuthority(authorityId);
    }
}
