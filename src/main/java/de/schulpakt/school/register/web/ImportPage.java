package de.schulpakt.school.register.web;

import de.schulpakt.exchange.CsvFile;
import de.schulpakt.exchange.ImportState;
import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.platform.web.Step;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.register.ChangeImport;
import de.schulpakt.school.register.Outcome;
import de.schulpakt.school.register.RunImport;
import de.schulpakt.school.register.SchoolImportQueries;
import de.schulpakt.school.register.SchoolImportRow;
import de.schulpakt.school.register.SchoolImportView;
import de.schulpakt.school.register.SchoolImports;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** One import: how the file is read, what it would do, and its run. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolImports imports;
    @Inject
    transient SchoolImportQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient SchoolImportRunner runner;
    @Inject
    transient CurrentUser user;
    @Inject
    transient Language language;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private String outcome;
    private SchoolImportView view;
    private Page<SchoolImportRow> rows;
    private ImportForm form;
    private List<SchoolQueries.AuthorityOption> authorities;

    /** Reads the import, and one page of its dry run. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            outcome = outcome == null ? here.param("outcome") : outcome;
            view = queries.view(id == null ? -1 : id, language.getLocale());
            form = new ImportForm(view);
            authorities = schools.authorities();
            rows = queries.preview(id, chosen(), PageRequest.of(Params.page(here.param("page")), null, null), language.getLocale());
        });
    }

    /** Reads the file in another way; columns are guessed again. */
    public String reread() {
        return act.run(() -> imports.change(new ChangeImport(id, view.version(), form.reread())), "school.import.saved", again());
    }

    /** Keeps the assignment of the columns and the other settings. */
    public String assign() {
        return act.run(() -> imports.change(new ChangeImport(id, view.version(), form.settings())), "school.import.saved", again());
    }

    /** Starts the import in the background. */
    public String run() {
        return act.run(() -> {
            imports.run(new RunImport(id, view.version()));
            runner.start(id, user.id());
        }, "school.import.started", again());
    }

    /** Gives the import up. */
    public String discard() {
        return act.run(() -> imports.discard(new RunImport(id, view.version())), "school.import.discarded",
                "imports?faces-redirect=true");
    }

    /** Looks how far it is; the whole page is loaded again when it has ended. */
    public void poll() throws IOException {
        load();
        if (!isRunning()) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(link(""));
        }
    }

    /** This import with the rows of one outcome only. */
    public String link(String one) {
        String path = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
        return path + "/school/import.xhtml?id=" + id + (one.isEmpty() ? "" : "&outcome=" + one);
    }

    /** File, assignment, dry run, import: which of them are done. */
    public List<Step> getSteps() {
        ImportState state = view.job().state();
        boolean done = state == ImportState.DONE;
        boolean past = done || state == ImportState.RUNNING;
        boolean clean = past || Boolean.TRUE.equals(view.runnable());
        return List.of(step("file", "done"), step("columns", clean ? "done" : "now"),
                step("preview", past ? "done" : clean ? "now" : "next"),
                step("run", done ? "done" : past ? "now" : "next"));
    }

    private Step step(String name, String status) {
        return new Step(Texts.get(language.getLocale(), "school.import.step." + name), status, null);
    }

    private String again() {
        return "import?faces-redirect=true&id=" + id;
    }

    private Outcome chosen() {
        return Params.constant(Outcome.class, outcome);
    }

    public boolean isRunning() {
        return view.job().state() == ImportState.RUNNING;
    }

    public boolean isOpen() {
        return view.job().state() == ImportState.READY || view.job().state() == ImportState.FAILED;
    }

    public List<String> getCharsets() {
        return CsvFile.CHARSETS;
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public Long getId() {
        return id;
    }

    public String getOutcome() {
        return outcome;
    }

    public SchoolImportView getView() {
        return view;
    }

    public Page<SchoolImportRow> getRows() {
        return rows;
    }

    public ImportForm getForm() {
        return form;
    }

    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        return authorities;
    }
}
