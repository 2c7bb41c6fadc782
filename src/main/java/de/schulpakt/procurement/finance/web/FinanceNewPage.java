package de.schulpakt.procurement.finance.web;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceRuns;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** What would go to the finance system, and the button that sends it. */
@Named
@ViewScoped
public class FinanceNewPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FinanceQueries queries;
    @Inject
    transient FinanceRuns runs;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long authority;
    private LocalDate day;
    private final Form form = new Form();
    private transient FinanceQueries.Preview preview;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            authority = authority == null ? Params.number(here.param("authority")) : authority;
            LocalDate asked = Params.day(here.param("day"));
            day = asked == null || asked.isAfter(clock.today()) ? clock.today() : asked;
            form.put("untilOn", day);
            getPreview();
        });
    }

    /** Makes the file. */
    public String export() {
        return act.run(() -> "finance-run?faces-redirect=true&id=" + runs.export(new FinanceRuns.Export(authority, form.day("untilOn"))), "finance.done.export");
    }

    /** What a run would hold, read once per request of the browser. */
    public FinanceQueries.Preview getPreview() {
        if (preview == null) {
            if (authority == null) {
                throw new NotFound("Authority", authority);
            }
            preview = queries.preview(authority, day);
        }
        return preview;
    }

    public Form getForm() {
        return form;
    }
}
