package de.schulpakt.notice;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The own notices, newest first. */
@Queries
@Unguarded("Only what belongs to the asker.")
public class NoticeQueries {
    /** The columns of {@link Row}; a condition follows. */
    static final String ROW = """
            select n.id as id, n.kind as kind, n.topic as topic, n.reason as reason, n.subjectType as subjectType,
              n.subjectId as subjectId, n.subjectNo as subjectNo, s.name as school, n.actorName as actor, n.toldAt as toldAt,
              n.readAt as readAt, n.action as action, n.dayOn as dayOn
            from Notice n left join School s on s.id = n.schoolId where\s""";
    private static final int MOST_COUNTED = 10_000;
    private static final int LATELY = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    CurrentUser current;
    @Inject
    NoticeKinds kinds;

    /**
     * A notice.
     *
     * @param kind    text key of the sentence, filled with {@code subjectNo}
     * @param reason  why one is told
     * @param actor   who did it, null if the program did
     * @param school  where, null for no single school
     * @param readAt  null while it is not read
     * @param action  text key of what was done, or of what the sentence names beside its subject, or that itself if it is the same in all languages; otherwise null
     * @param dayOn   the day that the sentence names, null for none
     */
    public record Row(Long id, String kind, String topic, String reason, String subjectType, Long subjectId, String subjectNo, String school,
            String actor, Instant toldAt, Instant readAt, String action, LocalDate dayOn) {
        /** The sentence. */
        String says(Locale locale) {
            String done = action + ".done";
            String named = action == null ? "" : Texts.has(locale, done) ? Texts.get(locale, done) : Texts.has(locale, action) ? Texts.get(locale, action) : action;
            return Texts.get(locale, kind, subjectNo, named, dayOn);
        }

        /** The reason as a constant. */
        public NoticeReason why() {
            return NoticeReason.valueOf(reason);
        }
    }

    /** A topic that concerns the asker, how the asker hears of it, and whether that can be switched off. */
    public record Topic(String topic, NoticeWay way, boolean needed) {
    }

    private record Chosen(String topic, NoticeWay way) {
    }

    /** So many of the newest. */
    public List<Row> newest(int most) {
        return rows("").list(most);
    }

    /** So many of the newest, each sentence once however often it was said lately. */
    public List<Row> sentences(int most) {
        Map<List<Object>, Row> once = new LinkedHashMap<>();
        newest(most * LATELY).forEach(r -> once.putIfAbsent(Arrays.asList(r.kind(), r.subjectType(), r.subjectId(), r.subjectNo(), r.action(), r.dayOn()), r));
        return once.values().stream().limit(most).toList();
    }

    /** A page of all, or of those not read yet. */
    public Page<Row> list(boolean unread, PageRequest page) {
        String where = unread ? " and n.readAt is null" : "";
        long counted = ((Number) em.createNativeQuery("select count(*) from (select 1 from notice n where n.user_id = ?1"
                + (unread ? " and n.read_at is null" : "") + " limit " + MOST_COUNTED + ") n").setParameter(1, user()).getSingleResult()).longValue();
        return Page.of(rows(where).list(page), counted, page);
    }

    /**
     * A page of those about the same subject as one of them.
     *
     * @throws NotFound if that is none of the asker's
     */
    public Page<Row> about(long id, PageRequest page) {
        Subject subject = Ask.of(em, Subject.class, "select n.subjectType as type_, n.subjectId as id from Notice n where n.id = :id and n.userId = :user").set("id", id)
                .set("user", user()).one().orElseThrow(() -> new NotFound("Notice", id));
        String where = " and n.subjectType = :type and n.subjectId = :subject";
        long counted = Ask.of(em, Long.class, "select count(n) from Notice n where n.userId = :user" + where).set("user", user()).set("type", subject.type()).set("subject", subject.id())
                .one().orElse(0L);
        return Page.of(rows(where).set("type", subject.type()).set("subject", subject.id()).list(page), counted, page);
    }

    /** What a notice is about. */
    record Subject(String type, Long id) {
    }

    private record Counted(String type, Long id, Long total, Long unread) {
    }

    /**
     * Notices of one page about one subject.
     *
     * @param first   the newest
     * @param earlier those of the page before it, newest first
     * @param total   how many of the asker are about the subject on all pages
     * @param unread  how many of these are not read
     */
    public record Group(Row first, List<Row> earlier, long total, long unread) {
        /** How many stand on other pages. */
        public long elsewhere() {
            return total - 1 - earlier.size();
        }
    }

    /** Notices of a page by what they are about, that with the newest first; counted over all pages by one statement. */
    public List<Group> groups(List<Row> rows) {
        Map<List<Object>, List<Row>> about = new LinkedHashMap<>();
        rows.forEach(r -> about.computeIfAbsent(Arrays.asList(r.subjectType(), r.subjectId()), key -> new ArrayList<>()).add(r));
        Map<List<Object>, Counted> counts = new HashMap<>();
        if (!rows.isEmpty()) {
            Ask.of(em, Counted.class, """
                    select n.subjectType as type_, n.subjectId as id, count(n.id) as total, sum(case when n.readAt is null then 1 else 0 end) as unread from Notice n
                    where n.userId = :user and n.subjectType in :types and n.subjectId in :ids group by n.subjectType, n.subjectId""").set("user", user())
                    .set("types", rows.stream().map(Row::subjectType).distinct().toList()).set("ids", rows.stream().map(Row::subjectId).distinct().toList()).list()
                    .forEach(c -> counts.put(Arrays.asList(c.type(), c.id()), c));
        }
        return about.entrySet().stream().map(e -> {
            List<Row> of = e.getValue();
            Counted all = counts.get(e.getKey());
            long here = of.stream().filter(r -> r.readAt() == null).count();
            return new Group(of.get(0), List.copyOf(of.subList(1, of.size())), all == null ? of.size() : Math.max(all.total(), of.size()), all == null ? here : all.unread());
        }).toList();
    }

    /** The topics that concern the asker. */
    public List<Topic> topics() {
        Map<String, NoticeWay> chosen = Ask.of(em, Chosen.class, "select c.topic as topic, c.way as way from NoticeChoice c where c.userId = :user")
                .set("user", user()).list().stream().collect(Collectors.toMap(Chosen::topic, Chosen::way));
        return kinds.topics().entrySet().stream().map(t -> new Topic(t.getKey(), chosen.getOrDefault(t.getKey(), kinds.usual(t.getKey())), t.getValue())).toList();
    }

    /** True if this installation sends mail. */
    public boolean mail() {
        return MailSettings.read().on();
    }

    /** True if the asker's mail address is known. */
    public boolean ownAddress() {
        return Ask.of(em, Long.class, "select count(u) as n from AppUser u where u.id = :user and u.email is not null").set("user", user()).one().orElse(0L) > 0;
    }

    private Ask<Row> rows(String where) {
        return Ask.of(em, Row.class, ROW + "n.userId = :user" + where + " order by n.toldAt desc, n.id desc").set("user", user());
    }

    private Long user() {
        return current.id() == null ? -1L : current.id();
    }
}
