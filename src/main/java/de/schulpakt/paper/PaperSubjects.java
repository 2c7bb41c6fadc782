package de.schulpakt.paper;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The subjects at which papers may be, and what the asker may do with theirs. */
@ApplicationScoped
class PaperSubjects {
    @Inject
    SubjectPlaces places;
    @Inject
    Guard guard;

    private PaperSubject kind(String type) {
        return places.kind(type);
    }

    /**
     * A subject that the asker sees.
     *
     * @throws NotFound if there is no such subject, or the asker may not see it
     */
    Ref seen(String type, long id) {
        PaperSubject kind = kind(type);
        Ref whole = kind.seen(id);
        if (whole != null) {
            return whole;
        }
        Ref place = places.of(type, id);
        if (kind.shared()) {
            shared(kind, id);
            return place;
        }
        if (guard.limited() && kind.awards() != null && guard.mayAwards(kind.permission(), place, places.awards(kind, id))) {
            return place;
        }
        try {
            if (place.authorityId() != null) {
                guard.requireAuthority(kind.permission(), place.authorityId());
            } else {
                guard.require(kind.permission(), place.schoolId());
            }
        } catch (NotFound hidden) {
            // as if it were not there, and under its own name
            throw new NotFound(type, id);
        }
        return place;
    }

    private void shared(PaperSubject kind, long id) {
        if (!guard.may(kind.permission())) {
            throw new NotFound(kind.type(), id);
        }
        guard.scope(kind.permission());
    }

    /**
     * A kind that is shared by all, if the asker sees it.
     *
     * @throws NotFound if there is no such kind, or the asker may not see it
     */
    void seen(String type) {
        PaperSubject kind = kind(type);
        if (!kind.shared()) {
            throw new NotFound("PaperSubject", type);
        }
        shared(kind, 0);
    }

    /** True if the asker may attach papers to a subject that {@link #seen} has found, and remove them. */
    boolean attaches(Ref subject) {
        PaperSubject kind = kind(subject.type());
        return kind.open(subject.id()) && kind.attaches().stream().anyMatch(p -> kind.shared() ? guard.mayEverywhere(p) : subject.schoolId() != null ? guard.may(p, subject.schoolId())
                : guard.mayAuthority(p, subject.authorityId()));
    }

    /**
     * A subject to which the asker may attach papers.
     *
     * @throws NotFound  if there is no such subject, or the asker may not see it
     * @throws Forbidden if the asker may only look at it
     */
    Ref attached(String type, long id) {
        Ref subject = seen(type, id);
        if (!attaches(subject)) {
            throw new Forbidden(first(type));
        }
        return subject;
    }

    private Permission first(String type) {
        return kind(type).attaches().stream().sorted().findFirst().orElseThrow();
    }
}
