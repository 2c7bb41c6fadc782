package de.schulpakt.overview.home.web;

import de.schulpakt.overview.home.SchoolParts;
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
    private final Map<Long, SchoolParts.View> asked = new HashMap<>();

    /** The parts of a school; null for no school. */
    public SchoolParts.View of(Long schoolId) {
        return schoolId == null ? null : asked.computeIfAbsent(schoolId, id -> queries.parts(id));
    }
}
