package de.schulpakt.notice;

import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.platform.Ref;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Who holds permissions at a place, as a condition of SQL: the question of the guard, asked for people who are not signed in. */
public final class People {
    /** With the roles of those for whom somebody acts today, as at the sign-in. */
    private static final String HOLDS = """
            exists (select 1 from role_assignment r left join school s on s.id = %1$s where r.role in (%2$s)
              and (r.lapses_at is null or r.lapses_at > utc_timestamp(6)) and %6$s
              and (r.user_id = u.id or r.user_id in (select d.user_id from deputy d join app_user f on f.id = d.user_id
                where d.deputy_id = u.id and d.ended_at is null and '%4$s' between d.from_on and d.to_on and f.active and r.role <> 'ADMIN'
                and not (d.waits and r.role in (%5$s))))
              and (r.authority_id is null and r.school_id is null or r.school_id = %1$s or r.authority_id = coalesce(%3$s, s.authority_id)))""";

    /** The role of an auditor that shows some awards only is asked for one by one, and hears nothing by its place. */
    static final String UNLIMITED = "(r.role <> 'AUDITOR' or not exists (select 1 from award_limit z where z.user_id = r.user_id and z.lifted_at is null))";

    private People() {
    }

    /**
     * A condition over {@code app_user u}: people whose accounts are open and who hold every one of these permissions where the
     * subject is. Ids and names of roles stand in it as they are, for nobody types them.
     */
    public static String who(Collection<Permission> all, Ref subject, LocalDate today) {
        String confirmed = words(Arrays.stream(Role.values()).filter(Role::needsSecond).map(Role::name).toList());
        return all.stream().map(permission -> String.format(HOLDS, subject.schoolId(), words(NoticeKinds.roles(permission)), subject.authorityId(), today, confirmed, UNLIMITED))
                .collect(Collectors.joining(" and ", "u.active and ", ""));
    }

    private static String words(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
