package de.schulpakt.notice;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.mail.MailSettings;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Tells people who are known one by one, each for a reason, in one statement; those who may not know of the subject are not told. */
@UseCases
public class Telling {
    private static final String WRITE = """
            insert ignore into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, school_id, actor_name, told_at, history_id, action, mail)
            select u.id, ?, ?, case u.id %s end, ?, ?, ?, ?, ?, ?, ?, ?,
              if(? and u.email is not null, case c.way when 'MAIL' then 'NOW' when 'DIGEST' then 'DIGEST' end, null)
            from app_user u left join notice_choice c on c.user_id = u.id and c.topic = ?
            where u.id in (%s) and (? or c.way is null or c.way <> 'NONE') and %s""";
    /** Who has just been told of the same by a role or for another reason needs no second notice. */
    private static final String ONCE = """
             and not exists (select 1 from notice n where n.user_id = u.id and n.subject_type = ? and n.subject_id = ? and n.history_id is null
              and n.told_at between ? - interval 2 second and ? + interval 5 second)""";

    @PersistenceContext
    EntityManager em;
    @Inject
    NoticeKinds kinds;
    @Inject
    Background background;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /** A line of the history. */
    public record Line(Long id, String action, String actorName, Instant at) {
    }

    /**
     * Tells them.
     *
     * @param kind   key of a {@link NoticeKind}
     * @param seenBy all permissions that somebody must hold at the place of the subject to be told
     * @param people whom, and why
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String kind, Ref subject, Collection<Permission> seenBy, Map<Long, NoticeReason> people) {
        write(kind, subject, seenBy, people, new Line(null, null, actor.name(), clock.now()));
    }

    /**
     * The same of a line of the history, which is told once to each; the sentence names what was done.
     *
     * @return how many were told
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int pass(String kind, Ref subject, Collection<Permission> seenBy, Map<Long, NoticeReason> people, Line line) {
        return write(kind, subject, seenBy, people, line);
    }

    private int write(String kind, Ref subject, Collection<Permission> seenBy, Map<Long, NoticeReason> people, Line line) {
        if (people.isEmpty()) {
            return 0;
        }
        NoticeKind said = kinds.of(kind);
        boolean mail = MailSettings.read().on();
        LocalDateTime at = LocalDateTime.ofInstant(line.at(), ZoneOffset.UTC);
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, said.key(), said.topic());
        people.forEach((person, reason) -> Collections.addAll(values, person, reason.name()));
        Collections.addAll(values, subject.type(), subject.id(), subject.no(), subject.schoolId(), line.actorName(), at, line.id(), line.action(), mail, said.topic());
        values.addAll(people.keySet());
        values.add(said.needed());
        if (line.id() != null) {
            Collections.addAll(values, subject.type(), subject.id(), at, at);
        }
        int told = NoticeSpread.execute(em, String.format(WRITE, String.join(" ", Collections.nCopies(people.size(), "when ? then ?")),
                String.join(", ", Collections.nCopies(people.size(), "?")), People.who(seenBy, subject, clock.today())) + (line.id() == null ? "" : ONCE), values);
        if (mail && told > 0) {
            background.want(NoticeJobs.NOW);
        }
        return told;
    }
}
