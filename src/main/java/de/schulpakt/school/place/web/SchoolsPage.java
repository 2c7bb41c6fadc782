package de.schulpakt.school.place.web;

import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolType;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The list of schools. */
@Named
@ViewScoped
public class SchoolsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Page<SchoolQueries.Row> rows;

    /** Reads the schools of the page that the URL names. */
    public void load() {
        act.show(() -> {
            rows = queries.list(filter(here.param("text"), Params.number(here.param("authority")), here.param("type"),
                    here.param("city")), PageRequest.of(Params.page(here.param("page")), null, here.param("sort")));
        });
    }

    /** The filter of a URL; an unknown type is none. */
    static SchoolQueries.Filter filter(String text, Long authority, String type, String city) {
        return new SchoolQueries.Filter(text, authority, Params.constant(SchoolType.class, type), city);
    }

    public boolean isImporting() {
        return guard.may(SCHOOL_IMPORT);
    }

    public boolean isCreating() {
        return guard.may(SCHOOL_EDIT);
    }

    public SchoolType[] getTypes() {
        return SchoolType.values();
    }

    public Page<SchoolQueries.Row> getRows() {
        return rows;
    }
}
