package de.schulpakt.procurement.catalogue.web;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import de.schulpakt.procurement.catalogue.ContractQueries;
import de.schulpakt.procurement.catalogue.Contracts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/** Suppliers and framework contracts: the lists, new ones, and one contract or supplier that the URL names. */
@Named
@ViewScoped
public class ContractsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ContractQueries queries;
    @Inject
    transient CatalogueQueries catalogue;
    @Inject
    transient Contracts contracts;
    @Inject
    transient Catalogue suppliers;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private String id;
    private String supplier;
    private final Form form = new Form();
    private ContractQueries.View chosen;
    private CatalogueQueries.SupplierOption seller;
    private transient List<ContractQueries.Row> all;
    private transient List<CatalogueQueries.SupplierOption> sellers;

    /** Reads the contract that the URL names. */
    public void loadContract() {
        act.show(() -> {
            Long contract = Params.number(id);
            if (contract == null) {
                throw new NotFound("FrameworkContract", String.valueOf(id));
            }
            chosen = queries.contract(contract);
            form.put("title", chosen.row().title());
            form.put("volumeCents", chosen.row().volumeCents() == null ? null : Money.of(chosen.row().volumeCents()).amount(Locale.GERMAN));
            form.put("fromOn", chosen.row().fromOn());
            form.put("toOn", chosen.row().toOn());
            form.put("refuses", chosen.row().refuses());
        });
    }

    /** Reads the supplier that the URL names. */
    public void loadSupplier() {
        act.show(() -> {
            Long number = Params.number(supplier);
            if (number != null) {
                seller = catalogue.supplier(number);
                form.put("supplierName", seller.name());
                form.put("email", seller.email());
                form.put("contact", seller.contact());
                form.put("phone", seller.phone());
                form.put("customerNo", seller.customerNo());
            }
        });
    }

    /** Adds a contract. */
    public String create() {
        String outcome = act.run(() -> "contract?faces-redirect=true&id=" + contracts.create(new Contracts.Create(form.number("supplierId"), form.text("no"), facts())),
                "contract.saved");
        readAgain();
        return outcome;
    }

    /** Changes the contract. */
    public String change() {
        Long contract = chosen.row().id();
        String outcome = act.run(() -> contracts.change(contract, new Contracts.Change(chosen.row().version(), facts())), "contract.saved",
                "contract?faces-redirect=true&id=" + contract);
        if (outcome == null) {
            // after a conflict the next press sends what is there now
            act.show(() -> chosen = queries.contract(contract));
        }
        return outcome;
    }

    private Contracts.Facts facts() {
        return new Contracts.Facts(form.text("title"), form.cents("volumeCents"), form.day("fromOn"), form.day("toOn"), form.ticked("refuses"));
    }

    /** Adds a supplier. */
    public String createSupplier() {
        String outcome = act.run(() -> suppliers.createSupplier(new Catalogue.CreateSupplier(form.text("supplierName"), form.text("email"), form.text("contact"),
                form.text("phone"), form.text("customerNo"))), "supplier.saved", "suppliers?faces-redirect=true");
        readAgain();
        return outcome;
    }

    /** Changes the supplier. */
    public String changeSupplier() {
        String outcome = act.run(() -> suppliers.changeSupplier(seller.id(), new Catalogue.ChangeSupplier(seller.version(), form.text("supplierName"),
                form.text("email"), form.text("contact"), form.text("phone"), form.text("customerNo"))), "supplier.saved", "suppliers?faces-redirect=true");
        if (outcome == null) {
            act.show(() -> seller = catalogue.supplier(seller.id()));
        }
        readAgain();
        return outcome;
    }

    private void readAgain() {
        all = null;
        sellers = null;
    }

    /** The contracts, read once per request of the browser. */
    public List<ContractQueries.Row> getContracts() {
        if (all == null) {
            all = queries.contracts();
        }
        return all;
    }

    /** The suppliers, read once per request of the browser. */
    public List<CatalogueQueries.SupplierOption> getSuppliers() {
        if (sellers == null) {
            sellers = catalogue.suppliers();
        }
        return sellers;
    }

    public boolean isMayEdit() {
        return guard.mayEverywhere(CATALOGUE_EDIT);
    }

    public ContractQueries.View getChosen() {
        return chosen;
    }

    public CatalogueQueries.SupplierOption getSeller() {
        return seller;
    }

    public Form getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }
}
