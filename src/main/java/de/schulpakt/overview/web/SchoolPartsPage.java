package de.schulpakt.overview.web;

import de.schulpakt.overview.SchoolParts;
import de.schulpakt.overview.SchoolPartsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;

/** The parts that overview/school-parts.xhtml adds to a school's page; asked once per request. */
@Named("schoolParts")
@RequestScoped
public class SchoolPartsPage {
    @Inject
    SchoolParts queries;
    private final Map<Long, SchoolPartsView> asked = new HashMap<>();

    /** The parts of a school; null for no school. */
    public SchoolPartsView of(Long schoolId) {
        return schoolId == null ? null : asked.computeIfAbsent(schoolId, id -> queries.parts(id));
    }
}
