package de.schulpakt.identity;

import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Transitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The one place that decides whether somebody may do something. */
@ApplicationScoped
public class Guard {
    @Inject
    CurrentUser user;
    @Inject
    Instance<SchoolAuthorities> schools;

    /**
     * Lets pass who has the permission for this school.
     *
     * @throws NotFound  if the asker may not even see such things of this school
     * @throws Forbidden if the asker sees them but may not do this
     */
    public void require(Permission permission, Long schoolId) {
        if (may(permission, schoolId)) {
            user.passed(permission, grant -> holds(grant, schoolId));
            return;
        }
        if (may(permission.seenBy(), schoolId)) {
            throw new Forbidden(permission);
        }
        throw new NotFound(subject(permission), schoolId);
    }

    /**
     * The same where the school's authority is known already, because it came with what is asked for: nobody looks it up.
     *
     * @throws NotFound  as {@link #require(Permission, Long)}
     * @throws Forbidden as {@link #require(Permission, Long)}
     */
    public void require(Permission permission, Long schoolId, Long authorityId) {
        user.authorityOf(schoolId, id -> authorityId);
        require(permission, schoolId);
    }

    /**
     * Lets pass who has the permission for this authority as a whole.
     *
     * @throws NotFound  if the asker may not even see such things of this authority
     * @throws Forbidden if the asker sees them but may not do this
     */
    public void requireAuthority(Permission permission, Long authorityId) {
        if (mayAuthority(permission, authorityId)) {
            user.passed(permission, grant -> grant.everywhere() || authorityId != null && authorityId.equals(grant.authorityId()));
            return;
        }
        if (mayAuthority(permission.seenBy(), authorityId)) {
            throw new Forbidden(permission);
        }
        throw new NotFound(subject(permission), authorityId);
    }

    /**
     * Lets pass who has the permission anywhere: for questions only, whose answer is then limited to what the asker may see.
     * What changes something names its place or asks {@link #requireEverywhere}.
     *
     * @throws Forbidden if the asker has it nowhere
     */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new Forbidden(permission);
        }
        user.passed(permission, grant -> true);
    }

    /**
     * Lets pass who has the permission anywhere, for what concerns the asker alone, such as a file that is uploaded and
     * bound to no place yet.
     *
     * @throws Forbidden if the asker has it nowhere
     */
    public void requireForOneself(Permission permission) {
        require(permission);
    }

    /**
     * Lets pass who has the permission everywhere, not only for some schools: whoever changes what is shared by all
     * authorities, such as rules and catalogue.
     *
     * @throws Forbidden if it holds for some schools only, or nowhere
     */
    public void requireEverywhere(Permission permission) {
        if (!mayEverywhere(permission)) {
            throw new Forbidden(permission);
        }
        user.passed(permission, Grant::everywhere);
    }

    /** True if the asker has the permission everywhere. */
    public boolean mayEverywhere(Permission permission) {
        return user.grantsFor(permission).stream().anyMatch(g -> g.everywhere() && g.allows(permission));
    }

    /** True if the asker has the permission for this school. */
    public boolean may(Permission permission, Long schoolId) {
        for (Grant grant : user.grantsFor(permission)) {
            if (grant.allows(permission) && holds(grant, schoolId)) {
                return true;
            }
        }
        return false;
    }

    /** True if the asker has the permission for this authority as a whole. */
    public boolean mayAuthority(Permission permission, Long authorityId) {
        return user.grantsFor(permission).stream().anyMatch(g -> g.allows(permission)
                && (g.everywhere() || authorityId != null && authorityId.equals(g.authorityId())));
    }

    /** True if the asker has the permission anywhere. */
    public boolean may(Permission permission) {
        return user.grantsFor(permission).stream().anyMatch(g -> g.allows(permission));
    }

    /** What the asker may ask of a subject of this school in this state: the buttons, and the {@code actions} of REST. */
    public <S extends Enum<S>, A extends Enum<A>> Set<A> actions(Transitions<S, A> flow, S state, Long schoolId) {
        return actions(flow, state, permission -> may(permission, schoolId));
    }

    /** What the asker may ask of a subject in this state that belongs to this authority as a whole. */
    public <S extends Enum<S>, A extends Enum<A>> Set<A> actionsOfAuthority(Transitions<S, A> flow, S state, Long authorityId) {
        return actions(flow, state, permission -> mayAuthority(permission, authorityId));
    }

    private static <S extends Enum<S>, A extends Enum<A>> Set<A> actions(Transitions<S, A> flow, S state, Predicate<Permission> may) {
        Set<A> actions = new TreeSet<>();
        flow.from(state).stream().filter(row -> row.asked() && may.test((Permission) row.permission()))
                .forEach(row -> actions.add(row.action()));
        return actions;
    }

    /**
     * The schools for which the asker has the permission, for the condition of a list. A list is closed to who has the
     * permission nowhere; to all others it shows what they may see, which may be nothing.
     *
     * @throws Forbidden if the asker has it nowhere
     */
    public Scope scope(Permission permission) {
        require(permission);
        return visibleSchools(permission);
    }

    /** The schools for which the asker has the permission, none if it holds nowhere: for a part of something mixed. */
    public Scope visibleSchools(Permission permission) {
        Set<Long> authorities = new HashSet<>();
        Set<Long> single = new HashSet<>();
        boolean everywhere = false;
        for (Grant grant : user.grantsFor(permission)) {
            if (grant.allows(permission)) {
                everywhere |= grant.everywhere();
                if (grant.authorityId() != null) {
                    authorities.add(grant.authorityId());
                }
                if (grant.schoolId() != null) {
                    single.add(grant.schoolId());
                }
            }
        }
        return new Scope(everywhere, authorities, single);
    }

    private boolean holds(Grant grant, Long schoolId) {
        if (grant.everywhere()) {
            return true;
        }
        if (schoolId == null) {
            return false;
        }
        if (grant.schoolId() != null) {
            return grant.schoolId().equals(schoolId);
        }
        return grant.authorityId().equals(user.authorityOf(schoolId, id -> schools.get().authorityOf(id)));
    }

    private static String subject(Permission permission) {
        return permission.seenBy().name().replace("_VIEW", "");
    }
}
