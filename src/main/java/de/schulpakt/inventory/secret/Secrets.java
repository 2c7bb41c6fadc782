package de.schulpakt.inventory.secret;

import static de.schulpakt.identity.Permission.DEVICE_SECRET;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.seal.Seal;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;

/** Use cases of the passwords of devices. */
@UseCases
public class Secrets {
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
    @Inject
    Seal seal;

    /**
     * Keeps a secret of a device; the former one of its kind is gone.
     *
     * @throws NotFound if the asker may not see the device
     * @throws Refused  {@code seal.no_key} without a key of the installation; {@code device_secret_once} if somebody else keeps one at the same moment
     */
    public void keep(long deviceId, @Valid Keep cmd) {
        Ref device = device(deviceId);
        byte[] sealed = seal.seal(context(deviceId, cmd.kind()), cmd.secret().getBytes(StandardCharsets.UTF_8));
        em.createQuery("select s from DeviceSecret s where s.deviceId = :device and s.kind = :kind and s.endedAt is null", DeviceSecret.class)
                .setParameter("device", deviceId).setParameter("kind", cmd.kind()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList()
                .forEach(s -> s.end(clock.now(), actor.name()));
        em.flush();
        em.persist(new DeviceSecret(deviceId, cmd.kind(), sealed, clock.now(), actor.name()));
        em.flush();
        history.record(device, SecretAction.KEEP_SECRET, Said.that("said.secret", cmd.kind()));
    }

    /**
     * Opens a secret; that and why stands in the device's history.
     *
     * @return the secret
     * @throws NotFound if there is none, or the asker may not see the device
     * @throws Refused  {@code seal.no_key}; {@code secret.unreadable} if it was sealed with another key; {@code secret.ended}
     */
    public Opened open(long id, @Valid Why cmd) {
        DeviceSecret secret = Find.locked(em, DeviceSecret.class, id);
        Ref device = device(secret.deviceId());
        running(secret, device);
        byte[] plain = seal.open(context(secret.deviceId(), secret.kind()), secret.sealed()).orElseThrow(() -> new Refused("secret.unreadable", device.no()));
        history.record(device, SecretAction.OPEN_SECRET, Said.that("said.secret", secret.kind()).andWords(cmd.reason()));
        return new Opened(secret.kind(), new String(plain, StandardCharsets.UTF_8));
    }

    /** A secret is not needed any longer: nothing of it is kept. Refused {@code secret.ended} if that is so already. */
    public void end(long id, @Valid Why cmd) {
        DeviceSecret secret = Find.locked(em, DeviceSecret.class, id);
        Ref device = device(secret.deviceId());
        running(secret, device);
        secret.end(clock.now(), actor.name());
        history.record(device, SecretAction.END_SECRET, Said.that("said.secret", secret.kind()).andWords(cmd.reason()));
    }

    private static void running(DeviceSecret secret, Ref device) {
        if (!secret.open()) {
            throw new Refused("secret.ended", device.no());
        }
    }

    private Ref device(long id) {
        Owned device = Ask.of(em, Owned.class, "select d.id as id, d.inventoryNo as no, d.schoolId as schoolId from Device d where d.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Device", id));
        guard.require(DEVICE_SECRET, device.schoolId());
        return new Ref("Device", id, device.no()).ofSchool(device.schoolId());
    }

    private static String context(long device, SecretKind kind) {
        return "device-secret:" + device + ":" + kind;
    }

    /** A device and its school. */
    record Owned(Long id, String no, Long schoolId) {
    }

    /** What a secret opens. */
    public enum SecretKind {
        /** Settings of the firmware. */
        BIOS,
        /** The account of the administrator. */
        ADMIN,
        /** Something else. */
        OTHER
    }

    /** A secret of a device; it is never written into a log. */
    public record Keep(@NotNull SecretKind kind, @NotBlank @Size(max = 200) String secret) {
        @Override
        public String toString() {
            return "Keep[" + kind + "]";
        }
    }

    /** A secret that was opened; it is never written into a log. */
    public record Opened(SecretKind kind, String secret) {
        @Override
        public String toString() {
            return "Opened[" + kind + "]";
        }
    }

    /** Why; stays in the history. */
    public record Why(@NotBlank @Size(max = 1000) String reason) {
    }
}
