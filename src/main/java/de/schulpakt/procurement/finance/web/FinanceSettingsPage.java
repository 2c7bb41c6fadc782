package de.schulpakt.procurement.finance.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.finance.FinanceColumn;
import de.schulpakt.procurement.finance.FinanceQueries;
import de.schulpakt.procurement.finance.FinanceSettings;
import de.schulpakt.procurement.payment.PaymentSettings;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** How an authority sends its postings to its finance system, and where they are booked there. */
@Named
@ViewScoped
public class FinanceSettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FinanceQueries queries;
    @Inject
    transient FinanceSettings settings;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long authority;
    private String name;
    private Integer version;
    private final Form form = new Form();
    private final Form rule = new Form();
    private transient List<FinanceQueries.Rule> rules;
    private transient List<FinanceQueries.Choice> programmes;
    private transient List<FinanceQueries.Choice> schools;

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            authority = authority == null ? Params.number(here.param("authority")) : authority;
            if (authority == null) {
                throw new NotFound("Authority", authority);
            }
            guard.requireAuthority(DELIVERY_RECEIVE, authority);
            FinanceQueries.Setting s = queries.setting(authority);
            name = s.authority();
            version = s.version();
            form.put("fromOn", s.fromOn());
            form.put("columns", s.format().columns().stream().map(Enum::name).collect(Collectors.joining(" ")));
            form.put("separator", s.format().separator().name());
            form.put("decimal", s.format().decimal().name());
            form.put("days", s.format().days().name());
            form.put("head", s.format().head());
        });
    }

    /** Keeps the format. */
    public String save() {
        return act.run(() -> settings.set(authority, new FinanceSettings.Set(version, form.day("fromOn"), FinanceColumn.read(form.text("columns")),
                form.choice(PaymentSettings.CsvSeparator.class, "separator"), form.choice(PaymentSettings.CsvDecimal.class, "decimal"),
                form.choice(PaymentSettings.CsvDays.class, "days"), form.ticked("head"))), "finance.done.set", "finance-settings?faces-redirect=true&authority=" + authority);
    }

    /** Says where something is booked. */
    public String say() {
        return act.run(() -> settings.rule(authority, new FinanceSettings.Rule(rule.number("programme"), rule.choice(Category.class, "category"), rule.number("school"),
                rule.text("account"), rule.text("costCentre"), rule.text("specialItemNo"))), "finance.done.rule", "finance-settings?faces-redirect=true&authority=" + authority);
    }

    /** Says it no longer. */
    public String drop(FinanceQueries.Rule of) {
        return act.run(() -> settings.rule(authority, new FinanceSettings.Rule(of.programmeId(), of.category(), of.schoolId(), null, null, null)), "finance.done.rule",
                "finance-settings?faces-redirect=true&authority=" + authority);
    }

    /** What is said, read once per request of the browser. */
    public List<FinanceQueries.Rule> getRules() {
        if (rules == null) {
            rules = queries.rules(authority);
        }
        return rules;
    }

    /** Programmes to choose, read once per request of the browser. */
    public List<FinanceQueries.Choice> getProgrammes() {
        if (programmes == null) {
            programmes = queries.programmes(authority);
        }
        return programmes;
    }

    /** Schools of the authority to choose, read once per request of the browser. */
    public List<FinanceQueries.Choice> getSchools() {
        if (schools == null) {
            schools = queries.schools(authority);
        }
        return schools;
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public FinanceColumn[] getColumns() {
        return FinanceColumn.values();
    }

    public PaymentSettings.CsvSeparator[] getSeparators() {
        return PaymentSettings.CsvSeparator.values();
    }

    public PaymentSettings.CsvDecimal[] getDecimals() {
        return PaymentSettings.CsvDecimal.values();
    }

    public PaymentSettings.CsvDays[] getDays() {
        return PaymentSettings.CsvDays.values();
    }

    public Long getAuthority() {
        return authority;
    }

    public String getName() {
        return name;
    }

    /** True if there is a format. */
    public boolean isKnown() {
        return version != null;
    }

    public Form getForm() {
        return form;
    }

    public Form getRule() {
        return rule;
    }
}
