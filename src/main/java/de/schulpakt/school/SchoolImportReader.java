package de.schulpakt.school;

import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.CsvFile;
import de.schulpakt.platform.ImportRow;
import de.schulpakt.platform.ImportSource;
import de.schulpakt.platform.Imports;
import de.schulpakt.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;

/** What the import's use cases and its pages both need: who may see a job, and what it would do now. */
@ApplicationScoped
class SchoolImportReader {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser user;
    @Inject
    Imports imports;

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
        return SchoolImportPlan.of(file, SchoolImportPlan.read(file, settings), settings, this::stored,
                guard.visibleSchools(SCHOOL_IMPORT));
    }

    private List<StoredSchool> stored(List<String> states) {
        return em.createQuery("select s.id, s.authorityId, s.stateCode, s.officialNo, s.name, s.type, s.street, s.postcode, s.city,"
                        + " s.latitude, s.longitude, s.phone, s.pupils from School s where s.stateCode in :states", Object[].class)
                .setParameter("states", states).getResultList().stream()
                .map(c -> new StoredSchool((Long) c[0], (Long) c[1], (String) c[2], (String) c[3], new SchoolFacts((String) c[4],
                        (SchoolType) c[5], (String) c[6], (String) c[7], (String) c[8], (BigDecimal) c[9], (BigDecimal) c[10],
                        (String) c[11], (Integer) c[12]))).toList();
    }
}
