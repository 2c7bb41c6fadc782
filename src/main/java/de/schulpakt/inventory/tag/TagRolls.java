package de.schulpakt.inventory.tag;

import static de.schulpakt.identity.Permission.DEVICE_ADD;
import static de.schulpakt.identity.Permission.DEVICE_PLACE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tags that are printed first, stuck on later, and belong to a device from their first scan on. */
@UseCases
public class TagRolls {
    private static final String SERIES = "X";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    SchoolQueries schools;
    @Inject
    DeviceNumbers devices;

    /** So many tags for an authority; words say what they are for. */
    public record Make(@NotNull Long authorityId, @NotNull @Min(1) @Max(9999) Integer tags, @Size(max = 120) String words) {
    }

    /** With the reason. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** This tag is on this device; the tag in whatever notation, or the address of its code. */
    public record Bind(@NotBlank @Size(max = 400) String tag, @NotNull Long deviceId) {
    }

    private record Of(Long schoolId, Long authorityId) {
    }

    /** Makes a roll; its labels are printed like those of devices. */
    public Long make(@Valid Make cmd) {
        guard.requireAuthority(DEVICE_ADD, cmd.authorityId());
        schools.authorityMustBeThere(cmd.authorityId());
        TagRoll roll = new TagRoll(numbers.next(SERIES), cmd, clock.now(), actor.name());
        em.persist(roll);
        em.flush();
        history.record(roll.ref(), TagAction.MAKE, Said.that("said.tags", roll.tags()).andWords(cmd.words()));
        return roll.id();
    }

    /** What is left of it is not used any more; tags that are on devices stay theirs. */
    public void end(long id, @Valid Why cmd) {
        steps.take(TagRoll.class, id, TagAction.END, cmd.version(), cmd.reason());
    }

    /** It was ended by mistake. */
    public void reopen(long id, @Valid Why cmd) {
        steps.take(TagRoll.class, id, TagAction.REOPEN, cmd.version(), cmd.reason());
    }

    /**
     * Binds a tag to the device on which it was stuck: from now on it is one of its numbers. The way back is to end that number.
     *
     * @throws Refused {@code tag.unknown} if no roll of the authority of the device has it, {@code tag.roll_ended}, {@code tag.bound_already} if it is on a device
     */
    public void bind(@Valid Bind cmd) {
        Of of = Ask.of(em, Of.class, "select s.id as schoolId, s.authorityId as authorityId from Device d join School s on s.id = d.schoolId where d.id = :id")
                .set("id", cmd.deviceId()).one().orElseThrow(() -> new NotFound("Device", cmd.deviceId()));
        guard.require(DEVICE_PLACE, of.schoolId());
        TagNo tag = TagNo.of(cmd.tag()).orElse(new TagNo(cmd.tag(), 0));
        // the roll before the device: ending a roll and binding its last tag are one after the other
        TagRoll roll = em.createQuery("select r from TagRoll r where r.no = :no and r.authorityId = :authority", TagRoll.class).setParameter("no", tag.roll())
                .setParameter("authority", of.authorityId()).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
                .filter(r -> tag.at() >= 1 && tag.at() <= r.tags()).findFirst().orElse(null);
        if (roll == null) {
            throw new Refused("tag.unknown", cmd.tag());
        }
        if (!Ask.of(em, Long.class, "select i.id from DeviceIdentifier i where i.kind = :kind and i.valueKey = :key and i.endedAt is null").set("kind", IdentifierKind.TAG)
                .set("key", TagNo.key(tag.roll(), tag.at())).list(1).isEmpty()) {
            throw new Refused("tag.bound_already", tag.toString());
        }
        if (roll.state() == TagState.ENDED) {
            throw new Refused("tag.roll_ended", roll.ref().no());
        }
        devices.bound(cmd.deviceId(), tag.toString());
    }

    /**
     * Tags that come with a table are bound like those that are scanned: their rolls are locked before any device, and are those of the authority. Inner door of
     * the import of old stock; what is no tag of a roll, or on a device already, is passed over.
     *
     * @param tags school of the device by tag, in whatever notation
     * @throws Refused {@code tag.unknown} if no roll of the authority of the school has it, {@code tag.roll_ended}
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the import has asked for DEVICE_ADD at these schools.")
    public void taken(Map<String, Long> tags) {
        Map<String, Map<String, Long>> byRoll = new TreeMap<>();
        tags.forEach((typed, school) -> TagNo.of(typed).ifPresent(tag -> byRoll.computeIfAbsent(tag.roll(), r -> new TreeMap<>()).put(typed, school)));
        Map<Long, Long> authorities = byRoll.isEmpty() ? Map.of() : Ask.of(em, Of.class, "select s.id as schoolId, s.authorityId as authorityId from School s where s.id in :ids")
                .set("ids", byRoll.values().stream().flatMap(of -> of.values().stream()).distinct().toList()).list().stream().filter(of -> of.authorityId() != null)
                .collect(Collectors.toMap(Of::schoolId, Of::authorityId));
        byRoll.forEach((no, of) -> em.createQuery("select r from TagRoll r where r.no = :no", TagRoll.class).setParameter("no", no)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(roll -> of.forEach((typed, school) -> {
                    if (!roll.authorityId().equals(authorities.get(school)) || TagNo.of(typed).orElseThrow().at() > roll.tags()) {
                        throw new Refused("tag.unknown", typed);
                    }
                    if (roll.state() == TagState.ENDED) {
                        throw new Refused("tag.roll_ended", roll.ref().no());
                    }
                })));
    }

    /** A tag of a roll is bound and not typed as one more number, for rolls belong to an authority and end; refused {@code tag.of_roll}. */
    void typed(@Observes DeviceNumbers.TagTyped news) {
        TagNo.of(news.value()).filter(tag -> !Ask.of(em, Long.class, "select r.id from TagRoll r where r.no = :no and r.tags >= :at").set("no", tag.roll())
                .set("at", Math.max(tag.at(), 1)).list(1).isEmpty()).ifPresent(tag -> {
                    throw new Refused("tag.of_roll", tag.toString(), tag.roll());
                });
    }
}
