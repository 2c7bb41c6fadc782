package de.schulpakt.exchange;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The kinds of imports that the rooms bring, and who may see whose jobs. */
@ApplicationScoped
class ImportKinds {
    @Inject
    @Any
    Instance<ImportKind> all;
    @Inject
    Guard guard;
    @Inject
    CurrentUser user;
    @Inject
    ImportJobs jobs;

    /**
     * A kind of import.
     *
     * @throws de.schulpakt.platform.Refused {@code token.placed} for an access token that is held to a place: an import is stored with all rights of
     *                                       who started it, and jobs are seen by whose they are
     */
    ImportKind of(String name) {
        user.unplaced();
        return all.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("ImportKind", name));
    }

    /** The kind of a job that the asker may see: an own one, or any if the asker may import everywhere. Otherwise there is none. */
    ImportKind seen(long id) {
        user.unplaced();
        ImportKind kind = of(jobs.kind(id));
        guard.requireForOneself(kind.permission());
        Long only = onlyOf(kind);
        if (only != null && !only.equals(jobs.row(id).actorId())) {
            throw new NotFound("ImportJob", id);
        }
        return kind;
    }

    /** Whose jobs the asker sees; null: everybody’s. */
    Long onlyOf(ImportKind kind) {
        user.unplaced();
        return guard.visibleSchools(kind.permission()).everywhere() ? null : user.id();
    }
}
