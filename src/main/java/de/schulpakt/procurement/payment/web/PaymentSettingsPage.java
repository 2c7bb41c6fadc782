package de.schulpakt.procurement.payment.web;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.payment.PaymentColumn;
import de.schulpakt.procurement.payment.PaymentQueries;
import de.schulpakt.procurement.payment.PaymentSettings;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Collectors;

/** From which account an authority pays, and the format of its tables. */
@Named
@ViewScoped
public class PaymentSettingsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient PaymentQueries queries;
    @Inject
    transient PaymentSettings settings;
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

    /** Reads what the address names. */
    public void load() {
        act.show(() -> {
            authority = authority == null ? Params.number(here.param("authority")) : authority;
            if (authority == null) {
                throw new NotFound("Authority", authority);
            }
            guard.requireAuthority(DELIVERY_RECEIVE, authority);
            PaymentQueries.Setting s = queries.setting(authority);
            name = s.authority();
            version = s.version();
            form.put("holder", s.holder());
            form.put("iban", s.shown());
            form.put("bic", s.bic());
            form.put("columns", s.columns().stream().map(Enum::name).collect(Collectors.joining(" ")));
            form.put("separator", s.separator().name());
            form.put("decimal", s.decimal().name());
            form.put("days", s.days().name());
            form.put("head", s.head());
        });
    }

    /** Keeps them. */
    public String save() {
        return act.run(() -> settings.set(authority, new PaymentSettings.Set(version, form.text("holder"), form.text("iban"), form.text("bic"), PaymentColumn.read(form.text("columns")),
                form.choice(PaymentSettings.CsvSeparator.class, "separator"), form.choice(PaymentSettings.CsvDecimal.class, "decimal"),
                form.choice(PaymentSettings.CsvDays.class, "days"), form.ticked("head"))), "payment.done.set", "payments?faces-redirect=true");
    }

    public PaymentColumn[] getColumns() {
        return PaymentColumn.values();
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

    public String getName() {
        return name;
    }

    public Form getForm() {
        return form;
    }
}
