package de.schulpakt.identity;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** Questions about users and tokens. */
@Queries
public class UserQueries {
    private static final Map<String, String> COLUMNS = Map.of("login", "u.login", "name", "u.name", "role", "r.role");

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;

    /** All users with their roles, one row per role. */
    public Page<UserRow> list(PageRequest page) {
        guard.requireEverywhere(USER_ADMIN);
        String from = " from AppUser u left join RoleAssignment r on r.userId = u.id";
        List<UserRow> rows = em.createQuery("select new de.schulpakt.identity.UserRow(u.id, u.login, u.name, u.active, r.role,"
                        + " r.authorityId, r.schoolId, u.version)" + from + page.orderBy(COLUMNS, "u.login", "u.id"), UserRow.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, em.createQuery("select count(u)" + from, Long.class).getSingleResult(), page);
    }

    /** The tokens of the current user, newest first, at most 100. */
    @Unguarded("Only one’s own tokens.")
    public List<TokenRow> tokens() {
        return em.createQuery("select new de.schulpakt.identity.TokenRow(t.id, t.label, t.createdAt, t.expiresAt, t.revokedAt)"
                        + " from AccessToken t where t.userId = :user order by t.id desc", TokenRow.class)
                .setParameter("user", current.id()).setMaxResults(100).getResultList();
    }
}
