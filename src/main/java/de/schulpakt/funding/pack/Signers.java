package de.schulpakt.funding.pack;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Who signs rule packs: an administrator enters public keys and ends them. */
@UseCases
public class Signers {
    /** A signer with a public key, Ed25519 as PEM or Base64. */
    public record Add(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 400) String publicKey) {
    }

    /** The key is no longer trusted; it stays so. */
    public record End(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * Enters a signer.
     *
     * @return its id
     * @throws Refused {@code pack_signer.key} for what is no Ed25519 key; {@code pack_signer_once} by the database for a key that is known
     */
    public Long add(@Valid Add cmd) {
        guard.requireEverywhere(USER_ADMIN);
        PackSeal.Key key = PackSeal.Key.read(cmd.publicKey());
        PackSigner signer = new PackSigner(cmd.name().strip(), key, actor.name(), clock.now());
        em.persist(signer);
        em.flush();
        history.record(signer.ref(), SignerAction.ADD, Said.that("said.pack_signer", signer.name(), key.fingerprint()));
        return signer.id();
    }

    /**
     * Ends a key. Packs that were taken over before stay; one that was only checked is no longer taken over.
     *
     * @throws Refused {@code pack_signer.ended}
     */
    public void end(long id, @Valid End cmd) {
        guard.requireEverywhere(USER_ADMIN);
        PackSigner signer = Find.locked(em, PackSigner.class, id);
        signer.end(cmd.version(), clock.today(), actor.name(), cmd.reason().strip());
        history.record(signer.ref(), SignerAction.END, Said.words(cmd.reason()));
    }

    /**
     * Who has signed a pack; null if it is not signed.
     *
     * @throws Refused {@code pack.checksum_wrong}; {@code pack.signature_wrong} for a signature that fits no known key,
     *                 {@code pack.signature_ended} for one of a key that was ended
     */
    @Unguarded("Inner door: who checks a pack has been asked.")
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    Long signerOf(String content) {
        PackSeal seal = PackSeal.of(content);
        seal.unlessChanged();
        if (seal.signature() == null) {
            return null;
        }
        PackSigner signer = em.createQuery("select s from PackSigner s order by s.id", PackSigner.class).getResultList().stream().filter(s -> seal.fits(s.publicKey())).findFirst()
                .orElseThrow(() -> new Refused("pack.signature_wrong"));
        unlessEnded(signer);
        return signer.id();
    }

    /** Refuses {@code pack.signature_ended} if the key has been ended since the pack was checked; locks it, so that nobody ends it meanwhile. */
    @Unguarded("Inner door: who takes a pack over has been asked.")
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    void unlessEnded(Long signerId) {
        if (signerId != null) {
            unlessEnded(Find.locked(em, PackSigner.class, signerId));
        }
    }

    private static void unlessEnded(PackSigner signer) {
        if (signer.endedOn() != null) {
            throw new Refused("pack.signature_ended", signer.name(), signer.endedOn());
        }
    }
}
