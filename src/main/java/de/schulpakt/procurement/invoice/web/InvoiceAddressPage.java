package de.schulpakt.procurement.invoice.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.procurement.invoice.InvoiceQueries;
import de.schulpakt.procurement.invoice.Invoices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The Leitweg-ID under which an authority is sent electronic invoices. */
@Named
@ViewScoped
public class InvoiceAddressPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient InvoiceQueries queries;
    @Inject
    transient Invoices invoices;
    @Inject
    transient Act act;
    private Long authority;
    private String name;
    private String leitwegId;
    private Integer version;

    /** Reads what is known of the authority. */
    public void load() {
        act.show(() -> {
            InvoiceQueries.AddressOf of = queries.address(authority);
            name = of.authority();
            leitwegId = of.leitwegId();
            version = of.version();
        });
    }

    /** Keeps it. */
    public String save() {
        return act.run(() -> invoices.address(authority, new Invoices.Address(version, leitwegId)), "invoice.address_saved",
                "invoices?faces-redirect=true");
    }

    public String getName() {
        return name;
    }

    public Long getAuthority() {
        return authority;
    }

    public void setAuthority(Long authority) {
        this.authority = authority;
    }

    public String getLeitwegId() {
        return leitwegId;
    }

    public void setLeitwegId(String leitwegId) {
        this.leitwegId = leitwegId;
    }
}
