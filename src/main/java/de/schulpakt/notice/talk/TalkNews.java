package de.schulpakt.notice.talk;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.notice.NoticeReason;
import de.schulpakt.notice.People;
import de.schulpakt.notice.Telling;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who is told of a comment, and why. */
@ApplicationScoped
class TalkNews {
    private static final int MOST = 20;
    /** An account's name after an at sign that does not stand in an address. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}._%+@-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._@-]{0,78}[\\p{L}\\p{N}])?)");

    @PersistenceContext
    EntityManager em;
    @Inject
    TalkSubjects subjects;
    @Inject
    Telling telling;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    private record Person(Long id, String login) {
    }

    private record Taking(Long id, boolean talks) {
    }

    /** A comment was written. */
    void written(Ref subject, String text, boolean internal) {
        Set<Long> mentioned = people(subject, names(text), internal);
        Map<Long, NoticeReason> others = new HashMap<>();
        for (Taking one : taking(subject)) {
            others.merge(one.id(), one.talks() ? NoticeReason.TALK : NoticeReason.WATCH, (a, b) -> NoticeReason.TALK);
        }
        others.keySet().removeAll(mentioned);
        others.remove(current.id());
        telling.tell("message.mentioned", subject, subjects.readers(subject, internal), because(mentioned));
        telling.tell("message.commented", subject, subjects.readers(subject, internal), others);
    }

    /** A comment was changed; who was named before was told then. */
    void edited(Ref subject, String former, String text, boolean internal) {
        Set<String> added = names(text);
        added.removeAll(names(former));
        telling.tell("message.mentioned", subject, subjects.readers(subject, internal), because(people(subject, added, internal)));
    }

    private Map<Long, NoticeReason> because(Set<Long> mentioned) {
        return mentioned.stream().filter(id -> !id.equals(current.id())).collect(Collectors.toMap(id -> id, id -> NoticeReason.MENTION));
    }

    static Set<String> names(String text) {
        return MENTION.matcher(text).results().map(found -> found.group(1).toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The people of these names; refuses a name of nobody who could read it. */
    private Set<Long> people(Ref subject, Set<String> names, boolean internal) {
        if (names.isEmpty()) {
            return Set.of();
        }
        if (names.size() > MOST) {
            throw new Refused("comment.mentions", MOST);
        }
        List<String> all = List.copyOf(names);
        Ask<Person> ask = Ask.sql(em, Person.class, "select u.id as id, lower(u.login) as login from app_user u where lower(u.login) in ("
                + IntStream.rangeClosed(1, all.size()).mapToObj(i -> "?" + i).collect(Collectors.joining(", ")) + ") and "
                + People.who(subjects.readers(subject, internal), subject, clock.today()));
        for (int i = 0; i < all.size(); i++) {
            ask.set(i + 1, all.get(i));
        }
        List<Person> found = ask.list();
        Set<String> known = found.stream().map(Person::login).collect(Collectors.toSet());
        List<String> unknown = all.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new Refused("comment.mention", String.join(", ", unknown));
        }
        return found.stream().map(Person::id).collect(Collectors.toSet());
    }

    /** Who has said something there, and who watches it; whether they may read this one is asked when they are told. */
    private List<Taking> taking(Ref subject) {
        return Ask.sql(em, Taking.class, """
                select c.actor_id as id, true as talks from talk_comment c where c.subject_type = ?1 and c.subject_id = ?2 and c.removed_at is null
                union select w.user_id, false from talk_watch w where w.subject_type = ?1 and w.subject_id = ?2 and not w.ended""")
                .set(1, subject.type()).set(2, subject.id()).list();
    }
}
