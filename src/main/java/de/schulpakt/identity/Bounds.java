package de.schulpakt.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/**
 * To what an access token is held, beside what its owner may do: reading, single rights, and one authority or one school.
 *
 * @param readsOnly   true if it changes nothing
 * @param authorityId the authority whose things it sees and does; null for all of its owner's
 * @param schoolId    the school whose things it sees and does; null for all of its owner's
 * @param rights      what alone it may do of what its owner may; null for all of it
 */
public record Bounds(boolean readsOnly, Long authorityId, Long schoolId, Set<Permission> rights) {
    /** Not held to single rights. */
    public Bounds(boolean readsOnly, Long authorityId, Long schoolId) {
        this(readsOnly, authorityId, schoolId, null);
    }

    /** The rights with those without which they are of no use: who changes something sees it. */
    public static Set<Permission> usable(Collection<Permission> chosen) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        chosen.forEach(permission -> {
            all.add(permission);
            all.add(permission.seenBy());
        });
        return all;
    }

    /** True if it holds nothing back. */
    public boolean none() {
        return !readsOnly && !placed() && rights == null;
    }

    /** True if it may do this, as far as the choice of rights and reading alone go. */
    public boolean allows(Permission permission) {
        return chosen(permission) && !(readsOnly && permission.seenBy() != permission);
    }

    /** True if this is one of the rights that were given, or all were. */
    public boolean chosen(Permission permission) {
        return rights == null || rights.contains(permission);
    }

    /** True if it is held to a place. */
    public boolean placed() {
        return authorityId != null || schoolId != null;
    }

    /**
     * What is left of roles within these bounds: a role that holds for more is taken to hold for the place only, one that holds elsewhere
     * falls away.
     *
     * @param authorityOf the authority of a school, null if it has none
     */
    public List<Grant> of(List<Grant> grants, LongFunction<Long> authorityOf) {
        return placed() ? grants.stream().map(one(authorityOf)).filter(Objects::nonNull).distinct().toList() : grants;
    }

    private UnaryOperator<Grant> one(LongFunction<Long> authorityOf) {
        Long authority = schoolId == null ? authorityId : authorityOf.apply(schoolId);
        return grant -> {
            if (schoolId != null) {
                boolean holds = grant.everywhere() || schoolId.equals(grant.schoolId()) || grant.authorityId() != null && grant.authorityId().equals(authority);
                return holds ? new Grant(grant.role(), null, schoolId) : null;
            }
            if (grant.schoolId() != null) {
                return authority.equals(authorityOf.apply(grant.schoolId())) ? grant : null;
            }
            return grant.ofAuthority(authority) ? new Grant(grant.role(), authority, null) : null;
        };
    }
}
