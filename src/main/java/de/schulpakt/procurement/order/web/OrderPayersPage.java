package de.schulpakt.procurement.order.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says who pays a line of an order from now on, and what was spent on it. */
@Named
@ViewScoped
public class OrderPayersPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrderQueries queries;
    @Inject
    transient BudgetQueries budgets;
    @Inject
    transient Orders orders;
    @Inject
    transient Act act;
    private Long id;
    private Long line;
    private Integer version;
    private String reason;
    private final Map<String, Long> payers = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private transient OrderQueries.View view;
    private transient List<BudgetQueries.Row> positions;
    private transient List<BudgetQueries.Own> ownMoney;

    /** Reads the order and the line. */
    public void load() {
        act.show(() -> {
            version = getView().version();
            getOf();
        });
    }

    /** Keeps what was chosen. */
    public String save() {
        String outcome = act.run(() -> orders.repay(id, new Orders.Repay(version, line, chosen(), reason)), "order.payers_changed",
                "order?faces-redirect=true&id=" + id);
        if (outcome == null) {
            view = null;
            act.show(() -> version = getView().version());
        }
        return outcome;
    }

    private List<Orders.PayFrom> chosen() {
        List<Orders.PayFrom> from = new ArrayList<>();
        for (String no : getNumbers()) {
            Long budget = payers.get(no);
            if (budget != null) {
                Amounts.Part part = Amounts.part(parts.get(no));
                from.add(new Orders.PayFrom(budget, part.cents(), part.bp()));
            }
        }
        return from;
    }

    /** Three payers are enough for a line. */
    public List<String> getNumbers() {
        return List.of("1", "2", "3");
    }

    /** The line. */
    public OrderQueries.View.Line getOf() {
        return getView().lines().stream().filter(l -> l.id().equals(line)).findFirst().orElseThrow(() -> new NotFound("OrderLine", line));
    }

    /** Positions of the school that may pay the line. */
    public List<BudgetQueries.Row> getPositions() {
        if (positions == null) {
            positions = budgets.ofSchool(getOf().schoolId()).stream().filter(b -> b.category() == getOf().category()).toList();
        }
        return positions;
    }

    /** Own money that may pay it. */
    public List<BudgetQueries.Own> getOwnMoney() {
        if (ownMoney == null) {
            ownMoney = budgets.ownMoney(getView().authorityId());
        }
        return ownMoney;
    }

    /** The order, read once per request of the browser. */
    public OrderQueries.View getView() {
        if (view == null) {
            view = queries.view(id);
        }
        return view;
    }

    public Map<String, Long> getPayers() {
        return payers;
    }

    public Map<String, String> getParts() {
        return parts;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getLine() {
        return line;
    }

    public void setLine(Long line) {
        this.line = line;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
