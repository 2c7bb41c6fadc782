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

    ImportKind of(String name) {
        return all.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("ImportKind", name));
    }

    /** The kind of a job that the asker may see: an own one, or any if the asker may import everywhere. Otherwise there is none. */
    ImportKind seen(long id) {
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
        return guard.visibleSchools(kind.permission()).everywhere() ? null : user.id();
    }
}
