package de.schulpakt.exchange.web;

import de.schulpakt.exchange.ImportBack;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportRow;
import de.schulpakt.exchange.ImportState;
import de.schulpakt.exchange.Imports;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.platform.web.Step;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** One import of any kind: how the file is read, what it would do, and its run. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Imports imports;
    @Inject
    transient ImportQueries queries;
    @Inject
    transient Language language;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private String outcome;
    private String asked;
    private ImportQueries.View view;
    private ImportRow job;
    private Page<ImportQueries.Line> rows;
    private ImportForm form;
    private List<ImportKind.Question> questions = List.of();
    private ImportBack back;
    private Sentence noWayBack;
    private String reason;

    /** Reads the import, and one page of its dry run. */
    public void load() {
        act.show(() -> {
            id = id == null ? Params.number(here.param("id")) : id;
            outcome = outcome == null ? here.param("outcome") : outcome;
            asked = asked == null ? here.param("asked") : asked;
            view = queries.view(id == null ? -1 : id, language.getLocale());
            job = view.job();
            form = new ImportForm(view, queries.form(id, language.getLocale()));
            back = queries.back(id);
            noWayBack = queries.noWayBack(id);
            questions = queries.questions(id, language.getLocale());
            rows = queries.preview(id, chosen(), isAsked(), PageRequest.of(Params.page(here.param("page")), null, null), language.getLocale());
        });
    }

    /** Reads the file in another way; columns are guessed again. */
    public String reread() {
        return act.run(() -> imports.change(id, new Imports.Settings(view.version(), form.reread())), "import.saved", again());
    }

    /** Keeps the assignment of the columns and the other settings. */
    public String assign() {
        return act.run(() -> imports.change(id, new Imports.Settings(view.version(), form.settings())), "import.saved", again());
    }

    /** Keeps what was answered to the questions of the dry run. */
    public String answer() {
        return assign();
    }

    /** Starts the import in the background. */
    public String run() {
        return act.run(() -> imports.run(id, new Imports.Step(view.version())), "import.started", again());
    }

    /** Stops the import that runs. */
    public String cancel() {
        return act.run(() -> imports.cancel(id, new Imports.Step(view.version())), "import.stopped", again());
    }

    /** Gives the import up. */
    public String discard() {
        return act.run(() -> imports.discard(id, new Imports.Step(view.version())), "import.discarded", ImportViews.all() + "?faces-redirect=true");
    }

    /** Takes back what it has made. */
    public String takeBack() {
        return act.run(() -> imports.takeBack(id, new Imports.TakeBack(view.version(), reason)), "import.taken_back", again());
    }

    /** Looks how far it is, and nothing else; the whole page is loaded again when it has ended. */
    public void poll() throws IOException {
        act.show(() -> job = queries.progress(id));
        if (!isRunning()) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(link(""));
        }
    }

    /** This import with the rows of one outcome only. */
    public String link(String one) {
        String path = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
        return path + FacesContext.getCurrentInstance().getViewRoot().getViewId() + "?id=" + id + (one.isEmpty() ? "" : "&outcome=" + one);
    }

    /** This import with the rows only for which something may be decided. */
    public String getAskedLink() {
        return link("") + "&asked=true";
    }

    /** True if only those rows are shown for which something may be decided. */
    public boolean isAsked() {
        return "true".equals(asked);
    }

    /** File, assignment, dry run, import: which of them are done. */
    public List<Step> getSteps() {
        ImportState state = job.state();
        boolean done = state == ImportState.DONE || state == ImportState.TAKEN_BACK;
        boolean past = done || state == ImportState.RUNNING;
        boolean clean = past || Boolean.TRUE.equals(view.runnable());
        return List.of(step("file", "done"), step("columns", clean ? "done" : "now"),
                step("preview", past ? "done" : clean ? "now" : "next"), step("run", done ? "done" : past ? "now" : "next"));
    }

    private Step step(String name, String status) {
        return new Step(Texts.get(language.getLocale(), "import.step." + name), status, null);
    }

    private String again() {
        return ImportViews.here() + "?faces-redirect=true&id=" + id;
    }

    private Outcome chosen() {
        return Params.constant(Outcome.class, outcome);
    }

    public boolean isRunning() {
        return job.state() == ImportState.RUNNING;
    }

    public boolean isOpen() {
        return job.state() == ImportState.READY || job.state() == ImportState.FAILED;
    }

    public List<String> getCharsets() {
        return CsvFile.CHARSETS;
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    /** What would go and what would stay if it were taken back now; null if it cannot be. */
    public ImportBack getBack() {
        return back;
    }

    /** Why it cannot be taken back; null if it can, or has stored nothing. */
    public Sentence getNoWayBack() {
        return noWayBack;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Long getId() {
        return id;
    }

    public String getOutcome() {
        return outcome;
    }

    public ImportQueries.View getView() {
        return view;
    }

    public ImportRow getJob() {
        return job;
    }

    public Page<ImportQueries.Line> getRows() {
        return rows;
    }

    public List<ImportKind.Question> getQuestions() {
        return questions;
    }

    /** True if a row of this page of the dry run may be decided by itself. */
    public boolean isRowQuestions() {
        return rows.rows().stream().anyMatch(row -> !row.questions().isEmpty());
    }

    public ImportForm getForm() {
        return form;
    }
}
