package de.schulpakt.procurement.finance.web;

import de.schulpakt.platform.web.Here;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside the list of runs. */
@Named
@RequestScoped
public class FinancePage {
    @Inject
    FinanceQueries queries;
    @Inject
    Here here;
    private List<FinanceQueries.Sender> senders;

    /** The authorities whose postings the asker sends. */
    public List<FinanceQueries.Sender> getSenders() {
        if (senders == null) {
            senders = queries.senders();
        }
        return senders;
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("authority").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public FinanceState[] getStates() {
        return FinanceState.values();
    }
}
