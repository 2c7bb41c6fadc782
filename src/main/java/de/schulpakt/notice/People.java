package de.schulpakt.notice;

import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Ref;
import java.util.Collection;
import java.util.stream.Collectors;

/** Who holds permissions at a place, as a condition of SQL: the question of the guard, asked for people who are not signed in. */
public final class People {
    private static final String HOLDS = """
            exists (select 1 from role_assignment r left join school s on s.id = %1$s where r.user_id = u.id and r.role in (%2$s)
              and (r.authority_id is null and r.school_id is null or r.school_id = %1$s or r.authority_id = coalesce(%3$s, s.authority_id)))""";

    private People() {
    }

    /**
     * A condition over {@code app_user u}: people whose accounts are open and who hold every one of these permissions where the
     * subject is. Ids and names of roles stand in it as they are, for nobody types them.
     */
    public static String who(Collection<Permission> all, Ref subject) {
        return all.stream().map(permission -> String.format(HOLDS, subject.schoolId(), NoticeKinds.roles(permission).stream()
                .map(role -> "'" + role + "'").collect(Collectors.joining(", ")), subject.authorityId()))
                .collect(Collectors.joining(" and ", "u.active and ", ""));
    }
}
