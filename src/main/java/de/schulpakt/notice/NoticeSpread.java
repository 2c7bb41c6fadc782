package de.schulpakt.notice;

import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.GoneOn;
import de.schulpakt.platform.history.Told;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.mail.MailSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes news to all whom they concern. */
@ApplicationScoped
class NoticeSpread {
    /** People with a role at the school, its authority, or everywhere; for what belongs to an authority as a whole, there or everywhere; who did it, and who does not want to hear of it, apart. */
    private static final String WRITE = """
            insert into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, school_id, actor_name, told_at, mail)
            select distinct u.id, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              if(? and u.email is not null, case c.way when 'MAIL' then 'NOW' when 'DIGEST' then 'DIGEST' end, null)
            from role_assignment r join app_user u on u.id = r.user_id left join school s on s.id = ?
            left join notice_choice c on c.user_id = u.id and c.topic = ?
            where u.active and r.role in (%s)
              and (r.authority_id is null and r.school_id is null or r.authority_id = coalesce(s.authority_id, ?) or r.school_id = s.id)
              and u.id <> ? and (? is null or u.id = ?) and (? or c.way is null or c.way <> 'NONE')""";

    /** What concerns no school: one person, or those whose role holds everywhere. */
    private static final String WRITE_HERE = """
            insert into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, actor_name, told_at, mail)
            select u.id, ?, ?, ?, ?, ?, ?, ?, ?,
              if(? and u.email is not null, case coalesce(c.way, ?) when 'MAIL' then 'NOW' when 'DIGEST' then 'DIGEST' end, null)
            from app_user u left join notice_choice c on c.user_id = u.id and c.topic = ?
            where u.active and u.id <> ? and (? or c.way is null or c.way <> 'NONE') and\s""";
    private static final String EVERYWHERE = "exists (select 1 from role_assignment r where r.user_id = u.id and r.authority_id is null"
            + " and r.school_id is null and r.role in (%s))";

    @PersistenceContext
    EntityManager em;
    @Inject
    NoticeKinds kinds;
    @Inject
    Background background;

    void done(@Observes GoneOn step) {
        settle(step.ref(), step.at());
    }

    void write(@Observes Told told) {
        settle(told.ref(), told.at());
        NoticeKind kind = kinds.of(told.kind());
        boolean mail = MailSettings.read().on();
        if (told.schoolId() == null && (told.ref().authorityId() == null || told.ref().authorityId() == Ref.NOBODY)) {
            writeHere(told, kind, mail);
            return;
        }
        List<String> roles = NoticeKinds.roles(kind.to());
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, kind.key(), kind.topic(), (told.personId() == null ? NoticeReason.ROLE : NoticeReason.PERSON).name(),
                told.ref().type(), told.ref().id(), told.ref().no(), told.schoolId(), told.actorName(),
                LocalDateTime.ofInstant(told.at(), ZoneOffset.UTC), mail, told.schoolId(), kind.topic());
        values.addAll(roles);
        values.add(told.ref().authorityId());
        Collections.addAll(values, told.actorId() == null ? -1L : told.actorId(), told.personId(), told.personId(), kind.needed());
        String sql = String.format(WRITE, String.join(", ", Collections.nCopies(roles.size(), "?")));
        execute(em, sql, values);
        if (mail) {
            background.want(NoticeJobs.NOW);
        }
    }

    private void writeHere(Told told, NoticeKind kind, boolean mail) {
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, kind.key(), kind.topic(), (told.personId() == null ? NoticeReason.ROLE : NoticeReason.SELF).name(),
                told.ref().type(), told.ref().id(), told.ref().no(), told.actorName(), LocalDateTime.ofInstant(told.at(), ZoneOffset.UTC), mail,
                (kind.mail() ? NoticeWay.MAIL : NoticeWay.INBOX).name(), kind.topic(), told.actorId() == null ? -1L : told.actorId(), kind.needed());
        if (told.personId() == null) {
            List<String> roles = NoticeKinds.roles(kind.to());
            values.addAll(roles);
            execute(em, WRITE_HERE + String.format(EVERYWHERE, String.join(", ", Collections.nCopies(roles.size(), "?"))), values);
        } else {
            values.add(told.personId());
            execute(em, WRITE_HERE + "u.id = ?", values);
        }
        if (mail) {
            background.want(NoticeJobs.NOW);
        }
    }

    /** What people were asked to do about the subject before is done. */
    private void settle(Ref ref, Instant at) {
        List<String> tasks = kinds.tasks();
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, LocalDateTime.ofInstant(at, ZoneOffset.UTC), ref.type(), ref.id());
        values.addAll(tasks);
        execute(em, "update notice set read_at = ? where subject_type = ? and subject_id = ? and read_at is null and kind in ("
                + String.join(", ", Collections.nCopies(tasks.size(), "?")) + ")", values);
    }

    /** By the connection itself: a query of the entity manager would write what the use case has not finished yet. */
    static int execute(EntityManager em, String sql, List<Object> values) {
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
