package de.schulpakt.school.register;

import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.exchange.ImportSource;
import de.schulpakt.exchange.Imports;
import de.schulpakt.platform.NotFound;
import de.schulpakt.school.place.SchoolRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the import's use cases and its pages both need: who may see a job, and what it would do now. */
@ApplicationScoped
class SchoolImportReader {
    @Inject
    Guard guard;
    @Inject
    CurrentUser user;
    @Inject
    Imports imports;
    @Inject
    SchoolRegister register;

    /** A job that the asker may see: an own one, or any if the asker may import everywhere. Otherwise there is none. */
    ImportRow job(long id) {
        guard.requireForOneself(SCHOOL_IMPORT);
        ImportRow job = imports.row(SchoolImports.KIND, id);
        if (onlyOf() != null && !onlyOf().equals(job.actorId())) {
            throw new NotFound("ImportJob", id);
        }
        return job;
    }

    /** Whose jobs the asker sees; null: everybody’s. */
    Long onlyOf() {
        return guard.visibleSchools(SCHOOL_IMPORT).everywhere() ? null : user.id();
    }

    /** The authority that is meant when the asker works for one only, or there is one only. */
    Long usualAuthority() {
        Scope scope = guard.visibleSchools(SCHOOL_IMPORT);
        return !scope.everywhere() && scope.authorities().size() == 1 ? scope.authorities().iterator().next() : null;
    }

    /** What an import would do now: the file, and one statement for the schools that are there. */
    SchoolImportPlan plan(long id) {
        ImportSource source = imports.source(SchoolImports.KIND, id);
        if (source.content() == null) {
            return new SchoolImportPlan(List.of(), List.of());
        }
        return plan(CsvFile.read(source.content(), source.settings().format()), SchoolImportSettings.of(source.settings()));
    }

    SchoolImportPlan plan(CsvFile file, SchoolImportSettings settings) {
        return SchoolImportPlan.of(file, SchoolImportPlan.read(file, settings), settings, register::of,
                guard.visibleSchools(SCHOOL_IMPORT));
    }
}
