package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Questions about who signs rule packs. */
@Queries
public class SignerQueries {
    /** A signer. */
    public record Row(Long id, String name, String publicKey, String fingerprint, String addedBy, Instant addedAt, LocalDate endedOn, String endedBy, String endedWhy,
            Integer version) {
    }

    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** All signers by name, those whose key was ended too. */
    public List<Row> all() {
        guard.require(PROGRAMME_VIEW);
        return Ask.of(em, Row.class, """
                select s.id as id, s.name as name, s.publicKey as publicKey, s.fingerprint as fingerprint, s.addedBy as addedBy, s.addedAt as addedAt, s.endedOn as endedOn,
                    s.endedBy as endedBy, s.endedWhy as endedWhy, s.version as version
                from PackSigner s order by s.name, s.id""").list(MOST);
    }

    /** True if the asker may enter signers and end their keys. */
    public boolean mayEdit() {
        return guard.mayEverywhere(USER_ADMIN);
    }
}
