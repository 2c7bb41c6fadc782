package de.schulpakt.notice.hook;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.schulpakt.identity.Guard;
import de.schulpakt.paper.SubjectPlaces;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.seal.Seal;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Which addresses are told of what: for administrators of the whole installation. */
@UseCases
public class Hooks {
    private static final int SECRET_BYTES = 32;
    private static final int MOST_ADDRESS = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Seal seal;
    @Inject
    SubjectPlaces places;
    @Inject
    History history;
    @Inject
    Background background;
    @Inject
    Clock clock;

    /**
     * What a hook is to be.
     *
     * @param kinds       entity names of the subjects that it wants to hear of
     * @param schoolId    only of this school, null for all
     * @param authorityId only of this authority and its schools, null for all
     */
    public record Describe(Integer version, @NotBlank @Size(max = 80) String name, @NotBlank String url,
            @NotEmpty @Size(max = 20) List<@NotNull String> kinds, Long schoolId, Long authorityId, Boolean active) {
    }

    /** A hook is to go, by who saw this version. */
    public record Remove(@NotNull Integer version) {
    }

    /** A secret that is told this once. */
    public record NewSecret(Long id, String secret) {
    }

    /**
     * A new hook, which hears of what happens from now on.
     *
     * @return its secret, told this once
     * @throws Refused {@code hook.address} for one that is not {@code https} or too long, {@code hook.kind} for a subject of which nothing is told,
     *                 {@code hook.one_place} if both a school and an authority are named, {@code seal.no_key}
     */
    public NewSecret create(@Valid Describe cmd) {
        guard.requireEverywhere(USER_ADMIN);
        refuseWrong(cmd);
        Hook hook = new Hook(cmd, clock.now());
        em.persist(hook);
        em.flush();
        history.record(hook.ref(), HookAction.CREATE);
        return secret(hook);
    }

    /** Changes a hook, switches it off or on again; refuses as {@link #create}. */
    public void change(long id, @Valid Describe cmd) {
        guard.requireEverywhere(USER_ADMIN);
        Hook hook = there(id);
        hook.seen(cmd.version());
        refuseWrong(cmd);
        hook.describe(cmd, clock.now());
        history.record(hook.ref(), HookAction.CHANGE);
    }

    /** Another secret; the one before signs nothing any more. */
    public NewSecret renew(long id) {
        guard.requireEverywhere(USER_ADMIN);
        Hook hook = there(id);
        history.record(hook.ref(), HookAction.RENEW);
        return secret(hook);
    }

    /** Sends a message that says nothing but that it is one. */
    public void test(long id) {
        guard.requireEverywhere(USER_ADMIN);
        Hook hook = there(id);
        String event = "test-" + UUID.randomUUID();
        em.persist(new HookDelivery(id, event, "test", null, JsonNodeFactory.instance.objectNode().put("event", event).put("kind", "test")
                .put("at", clock.now().toString()).toString(), clock.now()));
        history.record(hook.ref(), HookAction.TEST);
        background.want(HookJobs.SEND);
    }

    /**
     * Sends a message once more.
     *
     * @throws Refused {@code hook.not_dead} if it is on its way or was answered
     */
    public void sendAgain(long id, long deliveryId) {
        guard.requireEverywhere(USER_ADMIN);
        // as the job does: the message first
        HookDelivery delivery = Find.locked(em, HookDelivery.class, deliveryId);
        Hook hook = there(id);
        if (!delivery.hookId().equals(id)) {
            throw new NotFound("Delivery", deliveryId);
        }
        if (!delivery.dead()) {
            throw new Refused("hook.not_dead");
        }
        delivery.again(clock.now());
        history.record(hook.ref(), HookAction.SEND_AGAIN);
        background.want(HookJobs.SEND);
    }

    /**
     * Removes a hook: it hears of nothing any more, what is not sent stays unsent, and its secret is forgotten at once. Its messages go with their retention
     * and the row of the hook with the last of them; its history stays.
     */
    public void remove(long id, @Valid Remove cmd) {
        guard.requireEverywhere(USER_ADMIN);
        Hook hook = there(id);
        hook.seen(cmd.version());
        hook.remove(clock.now());
        history.record(hook.ref(), HookAction.REMOVE);
    }

    /** One that is not removed, locked. */
    private Hook there(long id) {
        Hook hook = Find.locked(em, Hook.class, id);
        if (hook.removed()) {
            throw new NotFound("Webhook", id);
        }
        return hook;
    }

    private NewSecret secret(Hook hook) {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        String secret = "whs_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        hook.seal(seal.seal(hook.context(), secret.getBytes(StandardCharsets.UTF_8)));
        return new NewSecret(hook.id(), secret);
    }

    private void refuseWrong(Describe cmd) {
        if (cmd.url().strip().length() > MOST_ADDRESS || !HookAddresses.may(cmd.url().strip())) {
            throw new Refused("hook.address");
        }
        List<String> offered = places.types();
        cmd.kinds().stream().filter(kind -> !offered.contains(kind)).findFirst().ifPresent(kind -> {
            throw new Refused("hook.kind", kind);
        });
        if (cmd.schoolId() != null && cmd.authorityId() != null) {
            throw new Refused("hook.one_place");
        }
        refuseUnknown("School", cmd.schoolId());
        refuseUnknown("Authority", cmd.authorityId());
    }

    private void refuseUnknown(String type, Long id) {
        if (id != null && Ask.of(em, Long.class, "select count(x) as n from " + type + " x where x.id = :id").set("id", id).one().orElse(0L) == 0) {
            throw new NotFound(type, id);
        }
    }
}
