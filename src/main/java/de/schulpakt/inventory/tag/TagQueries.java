package de.schulpakt.inventory.tag;

import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about tags that were printed first, and about what stands on the labels of devices. */
@Queries
public class TagQueries {
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /** A tag that is on a device of the authority that has its roll. */
    public record Bound(String tag, Long deviceId, String inventoryNo, String school, Instant boundAt) {
    }

    /** A roll, with the tags of it that are on devices, the newest first. */
    public record View(Long id, String no, TagState state, Long authorityId, String authority, Integer tags, Integer bound, String words, Instant madeAt, List<Bound> first,
            Set<TagAction> actions, Integer version, List<HistoryEntry> timeline) {
        /** Those that are on no device. */
        public int left() {
            return tags - bound;
        }
    }

    /**
     * A tag.
     *
     * @param deviceId the device that has it; null for one that is on none
     * @param ended    true if its roll is not used any more
     */
    public record Tag(String no, Long rollId, String rollNo, Long deviceId, String inventoryNo, Boolean ended) {
    }

    /** What paid for a device: programme, decision, and the line that the programme wants to be read. */
    public record Paid(Long deviceId, String programme, String decision, String publicity) {
        /** Programme and decision in one line; null if there are none. */
        public String said() {
            String said = Stream.of(programme, decision).filter(Objects::nonNull).filter(s -> !s.isBlank()).collect(Collectors.joining(" · "));
            return said.isEmpty() ? null : said;
        }
    }

    /**
     * What a roll says of a tag that somebody has typed.
     *
     * @param key  of the tag, as numbers are compared
     * @param no   the tag as it is printed
     * @param fits true if the roll has so many tags
     */
    public record OfRoll(String key, String no, Long authorityId, boolean ended, boolean fits) {
    }

    /** The rolls of these tags, in whatever notation; what is no tag of a roll of ours is left out. */
    @Unguarded("Asked by the import of old stock, which says no more than whether a tag that somebody has typed is to be had.")
    public List<OfRoll> rolls(Collection<String> typed) {
        Map<String, List<TagNo>> byRoll = new TreeMap<>();
        typed.forEach(one -> TagNo.of(one).ifPresent(tag -> byRoll.computeIfAbsent(tag.roll(), r -> new ArrayList<>()).add(tag)));
        List<OfRoll> found = new ArrayList<>();
        List<String> numbers = List.copyOf(byRoll.keySet());
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            Ask.of(em, Whose.class, "select r.no as no, r.authorityId as authorityId, r.tags as tags, r.state as state from TagRoll r where r.no in :some")
                    .set("some", numbers.subList(from, Math.min(from + AT_ONCE, numbers.size()))).list().forEach(r -> byRoll.get(r.no()).forEach(tag -> found.add(
                            new OfRoll(TagNo.key(tag.roll(), tag.at()), tag.toString(), r.authorityId(), r.state() == TagState.ENDED, tag.at() >= 1 && tag.at() <= r.tags()))));
        }
        return found;
    }

    private record Whose(String no, Long authorityId, Integer tags, TagState state) {
    }

    private record Head(String no, TagState state, Long authorityId, String authority, Integer tags, String firstKey, String lastKey, String words, Instant madeAt,
            Integer version) {
    }

    private record Roll(Long id, String no, Integer tags, TagState state) {
    }

    private record On(Long deviceId, Long schoolId, String inventoryNo) {
    }

    private record Of(Long deviceId, Long programmeId, String programme, String decision, Enum<?> category) {
    }

    private record Line(Long programmeId, String category, String line) {
        boolean holds(Of of) {
            return programmeId.equals(of.programmeId()) && ("ALL".equals(category) || of.category() != null && category.equals(of.category().name()));
        }
    }

    /**
     * A roll.
     *
     * @throws NotFound if there is none or its authority is not the asker's
     */
    public View view(long id) {
        Head h = head(id);
        List<Bound> bound = Ask.of(em, Bound.class, """
                select i.value as tag, d.id as deviceId, d.inventoryNo as inventoryNo, s.name as school, i.addedAt as boundAt
                from DeviceIdentifier i join Device d on d.id = i.deviceId join School s on s.id = d.schoolId
                where i.kind = :kind and i.valueKey between :from and :to and i.endedAt is null and s.authorityId = :authority order by i.id desc""")
                .set("authority", h.authorityId()).set("kind", IdentifierKind.TAG).set("from", h.firstKey()).set("to", h.lastKey()).list(SHOWN);
        int all = Ask.of(em, Long.class, "select count(i) from DeviceIdentifier i where i.kind = :kind and i.valueKey between :from and :to and i.endedAt is null")
                .set("kind", IdentifierKind.TAG).set("from", h.firstKey()).set("to", h.lastKey()).one().orElse(0L).intValue();
        return new View(id, h.no(), h.state(), h.authorityId(), h.authority(), h.tags(), all, h.words(), h.madeAt(), bound,
                guard.actionsOfAuthority(TagFlow.FLOW, h.state(), h.authorityId()), h.version(), history.of("TagRoll", id));
    }

    private Head head(long id) {
        Head h = Ask.of(em, Head.class, """
                select r.no as no, r.state as state_, a.id as authorityId, a.name as authority, r.tags as tags, r.firstKey as firstKey, r.lastKey as lastKey,
                    r.words as words, r.madeAt as madeAt, r.version as version_ from TagRoll r join Authority a on a.id = r.authorityId where r.id = :id""")
                .set("id", id).one().orElseThrow(() -> new NotFound("TagRoll", id));
        guard.requireAuthority(DEVICE_VIEW, h.authorityId());
        return h;
    }

    /**
     * A tag that was scanned, for who puts numbers on devices of the authority that has its roll.
     *
     * @param typed in whatever notation, or the address in its code
     * @throws NotFound if there is none, or it is none of the asker's
     */
    public Tag tag(String typed) {
        TagNo tag = TagNo.of(typed).orElseThrow(() -> new NotFound("Tag", typed));
        guard.require(DEVICE_VIEW);
        Scope scope = guard.scope(DEVICE_VIEW);
        Roll roll = scope.bind(Ask.of(em, Roll.class, """
                select r.id as id, r.no as no, r.tags as tags, r.state as state_ from TagRoll r where r.no = :no
                and exists (select s.id from School s where s.authorityId = r.authorityId and\s""" + scope.school("s") + ")")).set("no", tag.roll()).one()
                .filter(r -> tag.at() >= 1 && tag.at() <= r.tags()).orElseThrow(() -> new NotFound("Tag", typed));
        On on = Ask.of(em, On.class, """
                select d.id as deviceId, d.schoolId as schoolId, d.inventoryNo as inventoryNo from DeviceIdentifier i join Device d on d.id = i.deviceId
                where i.kind = :kind and i.valueKey = :key and i.endedAt is null""").set("kind", IdentifierKind.TAG).set("key", TagNo.key(tag.roll(), tag.at()))
                .first().orElse(null);
        if (on != null && !guard.may(DEVICE_VIEW, on.schoolId())) {
            throw new NotFound("Tag", typed);
        }
        return new Tag(tag.toString(), roll.id(), roll.no(), on == null ? null : on.deviceId(), on == null ? null : on.inventoryNo(), roll.state() == TagState.ENDED);
    }

    /** Number and size of a roll of the asker's, for its labels. */
    TagNo last(long id) {
        Head h = head(id);
        return new TagNo(h.no(), h.tags());
    }

    /** What paid most for each of these devices. Asks nobody: labels are made of devices that the asker may see. */
    Map<Long, Paid> paid(List<Long> devices) {
        if (devices.isEmpty()) {
            return Map.of();
        }
        List<Of> found = Ask.of(em, Of.class, """
                select p.deviceId as deviceId, b.programmeId as programmeId, g.name as programme, a.decisionReference as decision, b.category as category
                from DevicePayer p join Budget b on b.id = p.budgetId join Programme g on g.id = b.programmeId join Application a on a.id = b.applicationId
                where p.deviceId in :ids order by p.amountCents desc, p.budgetId""").set("ids", devices).list();
        List<Long> programmes = found.stream().map(Of::programmeId).distinct().toList();
        List<Line> lines = programmes.isEmpty() ? List.of() : Ask.of(em, Line.class, """
                select r.programmeId as programmeId, r.category as category, r.value as line from ProgrammeRule r
                where r.kind = de.schulpakt.funding.programme.RuleKind.PUBLICITY_LINE and r.programmeId in :programmes and r.withdrawnAt is null and r.validFrom <= :today
                order by r.validFrom desc, r.id desc""").set("programmes", programmes).set("today", clock.today()).list();
        Map<Long, Paid> paid = new HashMap<>();
        found.forEach(of -> paid.putIfAbsent(of.deviceId(), new Paid(of.deviceId(), of.programme(), of.decision(), lines.stream().filter(l -> l.holds(of)).map(Line::line).findFirst().orElse(null))));
        return paid;
    }
}
