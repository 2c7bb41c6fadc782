package de.schulpakt.paper;

import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Ref;
import java.util.List;
import java.util.Set;

/** A kind of subject that papers may be at. A room brings it as a bean of CDI, application-scoped. */
public interface PaperSubject {
    /** The entity's name, as in {@link de.schulpakt.platform.Ref}. */
    String type();

    /** The permission by which such a subject is seen, and with it its papers. */
    Permission permission();

    /** Permissions of which one is enough to attach papers, and to remove them. */
    Set<Permission> attaches();

    /** JPQL that answers {@code no, schoolId, authorityId} of the subject {@code :id}; one of the latter two is null. */
    String jpql();

    /**
     * For what is part of another subject, and seen by more than {@link #permission}: finds it and asks whether the asker may see
     * it. Null for a kind that stands by itself.
     *
     * @throws de.schulpakt.platform.NotFound if there is none, or the asker may not see it
     */
    default Ref seen(long id) {
        return null;
    }

    /**
     * True for what belongs to no school and no authority: who has the permission anywhere sees it, and who has it everywhere attaches. Its JPQL
     * answers both places as null.
     */
    default boolean shared() {
        return false;
    }

    /**
     * Codes of the kinds that papers there mostly are, the likeliest first: that of a file of which nobody says the kind. A picture is a photo where that is among
     * them; what is no picture never is one.
     */
    default List<String> usual() {
        return List.of("OTHER");
    }

    /**
     * JPQL that answers the ids of the applications to which the subject {@code :id} belongs, for an auditor who sees some awards only; null if
     * it belongs to none.
     */
    default String awards() {
        return null;
    }

    /** False where nobody may attach or remove anything any more, whatever the permissions. */
    default boolean open(long id) {
        return true;
    }
}
