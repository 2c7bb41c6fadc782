package de.schulpakt.notice;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.mail.Letter;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.mail.Mails;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes letters of notices: each notice once, in one transaction with the letter. */
@UseCases
@Unguarded("An inner door of the jobs: each person is written what that person was told.")
class NoticeMails {
    /** So many notices stand in a digest; of the others the number is said. */
    static final int MOST_IN_DIGEST = 50;
    private static final Duration KEPT = Duration.ofDays(90);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Mails mails;
    @Inject
    NoticeKinds kinds;
    @Inject
    Instance<Answering> answering;

    private record Person(String email, String name, String language) {
        Locale locale() {
            return "en".equals(language) ? Locale.ENGLISH : Locale.GERMAN;
        }
    }

    /** People to whom something is to be sent this way, {@code NOW} or {@code DIGEST}. */
    List<Long> people(String way) {
        return em.createQuery("select distinct n.userId from Notice n where n.mail = :way", Long.class).setParameter("way", way).getResultList();
    }

    /** One letter for each notice of a person that is to be sent at once; how many. */
    int writeNow(long userId) {
        List<Notice> waiting = waiting(userId, "NOW");
        Person person = person(userId);
        for (Notice notice : waiting) {
            if (person != null && person.email() != null && notice.readAt() == null) {
                NoticeQueries.Row row = Ask.of(em, NoticeQueries.Row.class, NoticeQueries.ROW + "n.id = :id").set("id", notice.id()).one().orElseThrow();
                mails.write(letter(row, person));
            }
            notice.mailed();
        }
        return waiting.size();
    }

    /** One letter with all of a person that is not read yet and was kept for the day; how many notices. */
    int writeDigest(long userId) {
        List<Notice> waiting = waiting(userId, "DIGEST");
        Person person = person(userId);
        List<Long> unread = waiting.stream().filter(n -> n.readAt() == null).map(Notice::id).toList();
        if (person != null && person.email() != null && !unread.isEmpty()) {
            List<NoticeQueries.Row> rows = Ask.of(em, NoticeQueries.Row.class, NoticeQueries.ROW + "n.id in :ids order by n.toldAt desc, n.id desc").set("ids", unread)
                    .list(MOST_IN_DIGEST);
            mails.write(digest(userId, unread.get(0), rows, unread.size(), person));
        }
        waiting.forEach(Notice::mailed);
        return waiting.size();
    }

    /** Notices are kept for 90 days; how many are forgotten. */
    int forget() {
        Instant old = clock.now().minus(KEPT);
        return em.createQuery("delete from Notice n where n.toldAt < :old").setParameter("old", old).executeUpdate();
    }

    private List<Notice> waiting(long userId, String way) {
        return em.createQuery("select n from Notice n where n.mail = :way and n.userId = :user order by n.id", Notice.class).setParameter("way", way)
                .setParameter("user", userId).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private Person person(long userId) {
        return Ask.of(em, Person.class, "select u.email as email, u.name as name, u.language as language from AppUser u where u.id = :id and u.active = true")
                .set("id", userId).one().orElse(null);
    }

    private Letter letter(NoticeQueries.Row row, Person person) {
        Locale locale = person.locale();
        String base = MailSettings.read().base();
        boolean needed = kinds.of(row.kind()).needed();
        Answering.Address answer = answering.isResolvable() ? answering.get().to(row).orElse(null) : null;
        String foot = foot(locale, base);
        return new Letter("notice-" + row.id(), person.email(), person.name(), row.says(locale),
                List.of(row.says(locale), circumstances(row, locale)), base + "/notice/open.xhtml?id=" + row.id(), Texts.get(locale, "notice.mail_open"),
                answer == null ? foot : Texts.get(locale, answer.internal() ? "notice.mail_answer_internal" : "notice.mail_answer") + "\n" + foot,
                needed ? null : base + "/notice/topics.xhtml").answeredTo(answer == null ? null : answer.mail());
    }

    /** Its name is that of the first notice in it, which stands in no other: a second one on the same day is another letter. */
    private Letter digest(long userId, long first, List<NoticeQueries.Row> rows, int all, Person person) {
        Locale locale = person.locale();
        String base = MailSettings.read().base();
        List<String> paragraphs = new ArrayList<>();
        rows.forEach(row -> paragraphs.add(row.says(locale) + "\n" + circumstances(row, locale)));
        if (all > rows.size()) {
            paragraphs.add(Texts.get(locale, "notice.mail_more", all - rows.size()));
        }
        return new Letter("digest-" + userId + "-" + first, person.email(), person.name(), Texts.get(locale, "notice.mail_digest", all), paragraphs,
                base + "/notice/inbox.xhtml?unread=true", Texts.get(locale, "notice.mail_inbox"), foot(locale, base), base + "/notice/topics.xhtml");
    }

    private static String circumstances(NoticeQueries.Row row, Locale locale) {
        List<String> parts = new ArrayList<>(List.of(Texts.get(locale, "notice.mail_at", row.toldAt())));
        if (row.actor() != null) {
            parts.add(row.actor());
        }
        if (row.school() != null) {
            parts.add(row.school());
        }
        parts.add(Texts.get(locale, row.why()));
        return String.join(" · ", parts);
    }

    private static String foot(Locale locale, String base) {
        return Texts.get(locale, "notice.mail_foot", base + "/notice/topics.xhtml");
    }
}
