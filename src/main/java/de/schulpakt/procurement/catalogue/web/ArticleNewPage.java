package de.schulpakt.procurement.catalogue.web;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Adds an article: a model that is known, or a new one with its maker and kind, as a supplier offers it. */
@Named
@ViewScoped
public class ArticleNewPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Catalogue catalogue;
    @Inject
    transient CatalogueQueries queries;
    @Inject
    transient DeviceModels models;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long modelId;
    private transient List<CatalogueQueries.SupplierOption> suppliers;

    /** Refuses who may not change the catalogue. */
    public void load() {
        act.show(() -> guard.requireEverywhere(CATALOGUE_EDIT));
    }

    /** Adds it. */
    public String create() {
        String outcome = act.run(() -> {
            // a new model that was stored stays known if the article is refused, and is not asked for twice
            if (modelId == null) {
                modelId = models.create(new DeviceModels.Create(form.text("maker"), form.text("model"), form.text("partNo"),
                        form.choice(ModelKind.class, "kind"), form.ticked("needsNetwork")));
            }
            Long item = catalogue.createItem(new Catalogue.CreateItem(modelId, form.number("supplierId"), form.text("name"), form.choice(Category.class, "category"),
                    form.cents("priceCents"), form.text("vat") == null ? Integer.valueOf(1900) : Integer.valueOf(form.cents("vat").intValue()),
                    form.text("contract"), form.day("validTo"), form.whole("termMonths")));
            return "catalogue?faces-redirect=true&item=" + item;
        }, "catalogue.created");
        suppliers = null;
        return outcome;
    }

    /** The suppliers, read once per request of the browser. */
    public List<CatalogueQueries.SupplierOption> getSuppliers() {
        if (suppliers == null) {
            suppliers = queries.suppliers();
        }
        return suppliers;
    }

    public ModelKind[] getKinds() {
        return ModelKind.values();
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public Form getForm() {
        return form;
    }

    public Long getModelId() {
        return modelId;
    }

    public void setModelId(Long modelId) {
        this.modelId = modelId;
    }
}
