package de.schulpakt.funding.revision.web;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.revision.VersionQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;

/** Two versions of an application side by side; which, stands in the address. */
@Named
@RequestScoped
public class VersionsPage {
    @Inject
    VersionQueries queries;
    @Inject
    ApplicationQueries applications;
    @Inject
    Act act;
    @Inject
    Here here;
    @Inject
    Formats fmt;
    private Long application;
    private ApplicationQueries.View view;
    private List<VersionQueries.Version> versions;
    private VersionQueries.Compared compared;

    /** Reads the versions of the application that the URL names. */
    public void load() {
        act.show(() -> {
            view = applications.view(application == null ? 0 : application);
            versions = queries.versions(view.id());
            compared = queries.compare(view.id(), Params.page(here.param("left")), Params.page(here.param("right")));
        });
    }

    /** True if what does not differ is shown, too. */
    public boolean isAll() {
        return "1".equals(here.param("all"));
    }

    /** What the decision says, as far as it is shown. */
    public List<VersionQueries.Field> getFields() {
        return compared.fields().stream().filter(f -> isAll() || f.changed()).toList();
    }

    /** The positions, as far as they are shown. */
    public List<VersionQueries.Row> getRows() {
        return compared.rows().stream().filter(r -> isAll() || r.changed()).toList();
    }

    /** The address of the other view: with all, or with the differences alone. */
    public String getSwitched() {
        return "versions.xhtml?application=" + view.id() + "&left=" + compared.left().edition() + "&right=" + compared.right().edition() + (isAll() ? "" : "&all=1");
    }

    /** A value of a field as people read it: a day, an amount, words. */
    public String told(Object value) {
        return value == null ? "–" : value instanceof LocalDate day ? fmt.date(day) : value instanceof Long cents ? fmt.money(cents) : value.toString();
    }

    public Long getApplication() {
        return application;
    }

    public void setApplication(Long application) {
        this.application = application;
    }

    public ApplicationQueries.View getView() {
        return view;
    }

    public List<VersionQueries.Version> getVersions() {
        return versions;
    }

    public VersionQueries.Compared getCompared() {
        return compared;
    }
}
