package de.schulpakt.identity;

import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Transitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The one place that decides whether somebody may do something. An access token that was given single rights is told of any other one at once
 * ({@code token.right}), whether there is what it asks for or not.
 */
@ApplicationScoped
public class Guard {
    /** What a role that shows some awards only may ask for without a place: the answer is those awards. */
    private static final Set<Permission> BY_AWARD = EnumSet.of(Permission.APPLICATION_VIEW, Permission.BUDGET_VIEW, Permission.PROGRAMME_VIEW);

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
        user.given(permission);
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
        user.given(permission);
        if (mayAuthority(permission, authorityId)) {
            user.passed(permission, grant -> ofAuthority(grant, authorityId));
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
        user.given(permission);
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
     * @throws de.schulpakt.platform.Refused {@code token.placed} if it is an access token that is held to one authority or one school
     */
    public void requireForOneself(Permission permission) {
        require(permission);
        user.unplaced();
    }

    /**
     * Lets pass who has the permission everywhere, not only for some schools: whoever changes what is shared by all
     * authorities, such as rules and catalogue.
     *
     * @throws Forbidden if it holds for some schools only, or nowhere
     */
    public void requireEverywhere(Permission permission) {
        user.given(permission);
        if (!mayEverywhere(permission)) {
            throw new Forbidden(permission);
        }
        user.passed(permission, this::everywhere);
    }

    /** True if the asker has the permission everywhere. */
    public boolean mayEverywhere(Permission permission) {
        return user.grantsFor(permission).stream().anyMatch(g -> everywhere(g) && g.allows(permission));
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
        return user.grantsFor(permission).stream().anyMatch(g -> g.allows(permission) && ofAuthority(g, authorityId));
    }

    /** True if the asker has the permission anywhere. */
    public boolean may(Permission permission) {
        return user.grantsFor(permission).stream().anyMatch(g -> g.allows(permission) && (!user.limited(g) || BY_AWARD.contains(permission)));
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
            if (grant.allows(permission) && !user.limited(grant)) {
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

    /**
     * Lets pass who has the permission for this authority as a whole, and who sees only some awards if this is one of them.
     *
     * @throws NotFound  as {@link #requireAuthority}
     * @throws Forbidden as {@link #requireAuthority}
     */
    public void requireAward(Permission permission, Long applicationId, Long authorityId) {
        user.given(permission);
        if (!mayAwards(permission, authorityId, Set.of(applicationId))) {
            requireAuthority(permission, authorityId);
        }
    }

    /** True if the asker sees some awards only, and one of these is among them; without a limit it is false. */
    public boolean mayAwards(Permission permission, Long authorityId, Collection<Long> applications) {
        return applications.stream().anyMatch(user.awards()::contains) && user.grantsFor(permission).stream()
                .anyMatch(g -> user.limited(g) && g.allows(permission) && g.ofAuthority(authorityId));
    }

    /** The same for what stands at a school or at an authority. */
    public boolean mayAwards(Permission permission, Ref place, Collection<Long> applications) {
        return mayAwards(permission, place.schoolId() == null ? place.authorityId() : user.authorityOf(place.schoolId(), id -> schools.get().authorityOf(id)), applications);
    }

    /** True if the asker has a role that shows some awards only: before something is looked up for {@link #mayAwards}. */
    public boolean limited() {
        return user.grants().stream().anyMatch(user::limited);
    }

    /**
     * The applications for which the asker has the permission: those of whole authorities, and single ones where the role shows no more.
     *
     * @throws Forbidden if the asker has it nowhere
     */
    public Awards awards(Permission permission) {
        require(permission);
        return visibleAwards(permission);
    }

    /** The same, none if it holds nowhere: for a part of something mixed. */
    public Awards visibleAwards(Permission permission) {
        List<Grant> single = user.grantsFor(permission).stream().filter(g -> user.limited(g) && g.allows(permission) && g.schoolId() == null).toList();
        boolean anywhere = single.stream().anyMatch(Grant::everywhere);
        return new Awards(visibleSchools(permission), single.isEmpty() ? Set.of() : user.awards(), anywhere ? null
                : single.stream().map(Grant::authorityId).collect(Collectors.toSet()));
    }

    private boolean everywhere(Grant grant) {
        return grant.everywhere() && !user.limited(grant);
    }

    private boolean ofAuthority(Grant grant, Long authorityId) {
        return grant.ofAuthority(authorityId) && !user.limited(grant);
    }

    private boolean holds(Grant grant, Long schoolId) {
        if (user.limited(grant)) {
            return false;
        }
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
