package de.schulpakt.notice;

import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.platform.Clock;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Writes news to all whom they concern. */
@ApplicationScoped
class NoticeSpread {
    /**
     * People with a role at the school, its authority, or everywhere, and those who act for them that day; for what belongs to an authority
     * as a whole, there or everywhere; who did it, and who does not want to hear of it, apart. Nobody acts for somebody in what is one
     * person's own work.
     */
    private static final String WRITE = """
            insert into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, school_id, actor_name, told_at, action, day_on, mail)
            select u.id, ?, ?, if(min(h.deputed) = 0, ?, 'DEPUTY'), ?, ?, ?, ?, ?, ?, ?, ?,
              if(? and u.email is not null, case c.way when 'MAIL' then 'NOW' when 'DIGEST' then 'DIGEST' end, null)
            from (select r.user_id as reader, 0 as deputed, r.authority_id, r.school_id from role_assignment r where r.role in (%1$s)
                and (r.lapses_at is null or r.lapses_at > utc_timestamp(6)) and %3$s
              union all
              select d.deputy_id, 1, r.authority_id, r.school_id from deputy d join app_user f on f.id = d.user_id and f.active
                join role_assignment r on r.user_id = d.user_id and r.role in (%1$s) and r.role <> 'ADMIN'
                  and (r.lapses_at is null or r.lapses_at > utc_timestamp(6)) and %3$s
              where ? is null and d.ended_at is null and ? between d.from_on and d.to_on and not (d.waits and r.role in (%2$s))) h
            join app_user u on u.id = h.reader left join school s on s.id = ? left join notice_choice c on c.user_id = u.id and c.topic = ?
            where u.active
              and (h.authority_id is null and h.school_id is null or h.authority_id = coalesce(s.authority_id, ?) or h.school_id = s.id)
              and u.id <> ? and (? is null or u.id = ?) and (? or c.way is null or c.way <> 'NONE')
            group by u.id, u.email, c.way""";

    /** What concerns no school: one person, or those whose role holds everywhere. */
    private static final String WRITE_HERE = """
            insert into notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, actor_name, told_at, action, day_on, mail)
            select u.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              if(? and u.email is not null, case coalesce(c.way, ?) when 'MAIL' then 'NOW' when 'DIGEST' then 'DIGEST' end, null)
            from app_user u left join notice_choice c on c.user_id = u.id and c.topic = ?
            where u.active and u.id <> ? and (? or c.way is null or c.way <> 'NONE') and\s""";
    private static final String EVERYWHERE = "exists (select 1 from role_assignment r where r.user_id = u.id and r.authority_id is null"
            + " and r.school_id is null and r.role in (%s)"
            + " and (r.lapses_at is null or r.lapses_at > utc_timestamp(6)) and " + People.UNLIMITED + ")";

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
        NoticeKind kind = kinds.of(told.kind());
        if (!kind.beside()) {
            settle(told.ref(), told.at());
        }
        boolean mail = MailSettings.read().on();
        if (told.schoolId() == null && (told.ref().authorityId() == null || told.ref().authorityId() == Ref.NOBODY)) {
            writeHere(told, kind, mail);
            return;
        }
        List<String> roles = NoticeKinds.roles(kind.to());
        List<String> confirmed = Arrays.stream(Role.values()).filter(Role::needsSecond).map(Role::name).toList();
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, kind.key(), kind.topic(), (told.personId() == null ? NoticeReason.ROLE : NoticeReason.PERSON).name(),
                told.ref().type(), told.ref().id(), told.ref().no(), told.schoolId(), told.actorName(),
                LocalDateTime.ofInstant(told.at(), ZoneOffset.UTC), told.named(), told.day(), mail);
        values.addAll(roles);
        values.addAll(roles);
        Collections.addAll(values, told.personId(), Clock.day(told.at()));
        values.addAll(confirmed);
        Collections.addAll(values, told.schoolId(), kind.topic(), told.ref().authorityId(), told.actorId() == null ? -1L : told.actorId(), told.personId(),
                told.personId(), kind.needed());
        String sql = String.format(WRITE, places(roles), places(confirmed), People.UNLIMITED);
        execute(em, sql, values);
        if (mail) {
            background.want(NoticeJobs.NOW);
        }
    }

    private void writeHere(Told told, NoticeKind kind, boolean mail) {
        List<Object> values = new ArrayList<>();
        Collections.addAll(values, kind.key(), kind.topic(), (told.personId() == null ? NoticeReason.ROLE : NoticeReason.SELF).name(),
                told.ref().type(), told.ref().id(), told.ref().no(), told.actorName(),
                LocalDateTime.ofInstant(told.at(), ZoneOffset.UTC), told.named(), told.day(), mail,
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

    private static String places(List<String> names) {
        return String.join(", ", Collections.nCopies(names.size(), "?"));
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
