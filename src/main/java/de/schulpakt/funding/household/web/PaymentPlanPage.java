package de.schulpakt.funding.household.web;

import de.schulpakt.funding.household.PaymentPlanAction;
import de.schulpakt.funding.household.PaymentPlanQueries;
import de.schulpakt.funding.household.PaymentPlans;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Formats;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** In which household years a position is to be paid. */
@Named
@ViewScoped
public class PaymentPlanPage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Years that are offered where nothing says when the measure ends. */
    private static final int AHEAD = 3;
    @Inject
    transient PaymentPlans plans;
    @Inject
    transient PaymentPlanQueries queries;
    @Inject
    transient Clock clock;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private Long position;
    private PaymentPlanQueries.View view;
    private List<Integer> years = List.of();

    /** Reads the position, or the plan, that the URL names. */
    public void load() {
        act.show(() -> {
            view = id == null ? queries.ofPosition(position == null ? 0 : position) : queries.view(id);
            position = view.positionId();
            years = offered();
            view.years().forEach(y -> form.put("y" + y.year(), fmt.amount(y.amountCents())));
        });
    }

    /** The years of the plan, those of the measure and of the approval period. */
    private List<Integer> offered() {
        int now = clock.today().getYear();
        int first = Stream.of(view.measureFrom(), view.periodFrom()).filter(d -> d != null).mapToInt(LocalDate::getYear).min().orElse(now);
        int last = Math.max(first, Stream.of(view.measureTo(), view.periodTo()).filter(d -> d != null).mapToInt(LocalDate::getYear).max().orElse(now + AHEAD));
        TreeSet<Integer> all = new TreeSet<>();
        view.years().forEach(y -> all.add(y.year()));
        IntStream.rangeClosed(first, last).filter(y -> all.contains(y) || all.size() < PaymentPlans.MOST_YEARS).forEach(all::add);
        return List.copyOf(all);
    }

    /** Records the plan, or changes it. */
    public String save() {
        return act.run(() -> {
            List<PaymentPlans.PlanYear> typed = new ArrayList<>();
            for (Integer year : years) {
                Long cents = form.cents("y" + year);
                if (cents != null && cents != 0) {
                    typed.add(new PaymentPlans.PlanYear(year, cents));
                }
            }
            if (view.planId() == null) {
                plans.record(new PaymentPlans.Record(position, typed, form.text("reason")));
            } else {
                plans.change(view.planId(), new PaymentPlans.Change(view.version(), typed, form.text("reason")));
            }
        }, "payment_plan.done.save", here());
    }

    /** Takes it back. */
    public String drop() {
        return act.run(() -> plans.drop(view.planId(), new PaymentPlans.Drop(view.version(), form.text("dropReason"))), "payment_plan.done.drop", here());
    }

    private String here() {
        return "payment-plan?faces-redirect=true&position=" + position;
    }

    /** True if the asker may record a plan or change the one that there is. */
    public boolean isMaySave() {
        return view != null && (view.mayRecord() || view.actions().contains(PaymentPlanAction.CHANGE));
    }

    public List<Integer> getYears() {
        return years;
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Long getPosition() {
        return position;
    }

    public void setPosition(Long position) {
        this.position = position;
    }

    public PaymentPlanQueries.View getView() {
        return view;
    }
}
