package de.schulpakt.funding.transfer.web;

import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.transfer.TransferQueries;
import de.schulpakt.funding.transfer.Transfers;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** The form that moves money out of a budget. */
@Named
@ViewScoped
public class TransferNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Transfers transfers;
    @Inject
    transient TransferQueries queries;
    @Inject
    transient BudgetQueries budgets;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    @Inject
    transient Formats fmt;
    private final Form form = new Form();
    private Long from;
    private BudgetQueries.View view;
    private transient List<TransferQueries.Target> targets;
    private transient List<Sentence> doubts;

    /** Reads the budget that gives; where to and how much may stand in the address, as a proposal. */
    public void load() {
        act.show(() -> {
            view = budgets.view(from == null ? 0 : from);
            targets = queries.others(view.id());
            Long to = Params.number(here.param("to"));
            if (to != null && targets.stream().anyMatch(b -> b.id().equals(to))) {
                form.put("toBudgetId", to);
            }
            Long cents = Params.number(here.param("cents"));
            if (cents != null && cents > 0) {
                form.put("amountCents", fmt.amount(cents));
            }
        });
    }

    /** Moves the money, or proposes it. */
    public String move() {
        Long[] made = new Long[1];
        String outcome = act.run(() -> {
            made[0] = transfers.move(new Transfers.Move(from, form.number("toBudgetId"), form.cents("amountCents"), form.day("backOn"), form.text("reason")));
        }, "transfer.done.move", "transfer?faces-redirect=true");
        return outcome == null ? null : outcome + "&id=" + made[0];
    }

    /** What the rules say that nobody has verified. */
    public List<Sentence> getDoubts() {
        if (doubts == null) {
            doubts = budgets.doubts(List.of(from), Set.of(RuleKind.TOLERANCE_BP, RuleKind.TRANSFER_SECOND_CENTS));
        }
        return doubts;
    }

    /** True if the asker may do it. */
    public boolean isMayMove() {
        return view.authorityId() != null ? guard.mayAuthority(BUDGET_TRANSFER, view.authorityId()) : guard.may(BUDGET_TRANSFER, view.schoolId());
    }

    public List<TransferQueries.Target> getTargets() {
        if (targets == null) {
            targets = queries.others(from);
        }
        return targets;
    }

    public Form getForm() {
        return form;
    }

    public Long getFrom() {
        return from;
    }

    public void setFrom(Long from) {
        this.from = from;
    }

    public BudgetQueries.View getView() {
        return view;
    }
}
