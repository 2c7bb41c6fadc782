package de.schulpakt.funding.application;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.ConceptQueries;
import de.schulpakt.school.concept.ConceptQueries.Valid;
import de.schulpakt.school.year.SchoolYearQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an application still lacks before it is whole, school by school, each with the page where it is put right. It refuses nothing: what
 * refuses, the rules of the programme say. Asks nobody: the caller has asked the guard.
 */
@ApplicationScoped
class ApplicationGuide {
    @PersistenceContext
    EntityManager em;
    @Inject
    ConceptQueries concepts;
    @Inject
    SchoolYearQueries years;
    @Inject
    Clock clock;

    private record Part(Long schoolId, String school, LocalDate conceptReceivedOn, Long positions) {
    }

    /** What is missing now. */
    List<ApplicationQueries.Missing> missing(long id) {
        List<Part> parts = Ask.of(em, Part.class, """
                select x.schoolId as schoolId, s.name as school, x.conceptReceivedOn as conceptReceivedOn,
                    (select count(p) from FundingPosition p where p.annexId = x.id) as positions
                from Annex x join School s on s.id = x.schoolId where x.applicationId = :id order by s.name, x.id""").set("id", id).list();
        if (parts.isEmpty()) {
            return List.of(new ApplicationQueries.Missing(null, null, "school", null));
        }
        List<Long> schools = parts.stream().map(Part::schoolId).toList();
        LocalDate today = clock.today();
        Map<Long, SchoolYearQueries.Numbers> numbers = years.newest(schools, today);
        Map<Long, Valid> media = concepts.valid(schools, ConceptKind.MEDIA, today);
        Map<Long, Valid> support = concepts.valid(schools, ConceptKind.SUPPORT, today);
        List<ApplicationQueries.Missing> missing = new ArrayList<>();
        for (Part part : parts) {
            if (part.positions() == 0) {
                missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "position", null));
            }
            numbers(part, numbers.get(part.schoolId()), missing);
            Valid concept = media.get(part.schoolId());
            if (concept == null) {
                missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), part.conceptReceivedOn() == null ? "concept" : "concept_version", concepts(part)));
            } else if (concept.files() == 0) {
                missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "concept_file", concept(concept)));
            }
            support(part, support.get(part.schoolId()), missing);
        }
        return missing;
    }

    private static void numbers(Part part, SchoolYearQueries.Numbers known, List<ApplicationQueries.Missing> missing) {
        if (known == null) {
            missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "year", "/school/years.xhtml?school=" + part.schoolId()));
        } else if (known.pupils() == null || known.teachers() == null || known.classes() == null) {
            missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "numbers", "/school/year.xhtml?id=" + known.id()));
        }
    }

    /** R07: the concept for operation, maintenance and support is signed by both. */
    private static void support(Part part, Valid concept, List<ApplicationQueries.Missing> missing) {
        if (concept == null) {
            missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "support", concepts(part)));
            return;
        }
        if (concept.schoolSignedOn() == null) {
            missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "signed_school", concept(concept)));
        }
        if (concept.authoritySignedOn() == null) {
            missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "signed_authority", concept(concept)));
        }
        if (concept.files() == 0) {
            missing.add(new ApplicationQueries.Missing(part.schoolId(), part.school(), "support_file", concept(concept)));
        }
    }

    private static String concepts(Part part) {
        return "/school/concepts.xhtml?school=" + part.schoolId();
    }

    private static String concept(Valid concept) {
        return "/school/concept.xhtml?id=" + concept.id();
    }
}
