package de.schulpakt.procurement.catalogue.web;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Params;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.catalogue.CatalogueQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The catalogue, and the price and term of one item. */
@Named
@ViewScoped
public class CataloguePage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient CatalogueQueries queries;
    @Inject
    transient Catalogue catalogue;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    @Inject
    transient Clock clock;
    private String item;
    private String price;
    private String contract;
    private LocalDate validTo;
    private boolean active;
    private String term;
    private CatalogueQueries.Row chosen;
    private transient List<CatalogueQueries.Set> sets;
    private transient List<CatalogueQueries.Row> others;

    /** Reads the item that the URL names. */
    public void load() {
        act.show(() -> {
            Long id = Params.number(item);
            if (id != null) {
                chosen = queries.item(id);
                price = Money.of(chosen.priceCents()).amount(Locale.GERMAN);
                contract = chosen.contract();
                term = chosen.termMonths() == null ? null : chosen.termMonths().toString();
                validTo = chosen.validTo();
                active = chosen.active();
            }
        });
    }

    /** Changes price, contract, term and availability of the item. */
    public String change() {
        return act.run(() -> catalogue.changeItem(chosen.id(), new Catalogue.ChangeItem(chosen.version(), chosen.name(), chosen.category(),
                Amounts.cents(price), chosen.vatBp(), contract, validTo, active, term())), "catalogue.changed",
                "catalogue?faces-redirect=true");
    }

    /** What was done to the item, its prices among it. */
    public List<HistoryEntry> getTimeline() {
        return queries.timeline(chosen.id());
    }

    /** The same model of other suppliers. */
    public List<CatalogueQueries.Row> getOthers() {
        if (others == null) {
            others = queries.otherOffers(chosen.id());
        }
        return others;
    }

    /** The price without tax. */
    public long getNetCents() {
        return Money.of(chosen.priceCents()).net(chosen.vatBp()).cents();
    }

    /** The sets, for who may change them those too that are no longer offered. */
    public List<CatalogueQueries.Set> getSets() {
        if (sets == null) {
            sets = queries.sets(isMayEdit());
        }
        return sets;
    }

    /** True if the item can be requested today. */
    public boolean isOffered() {
        return chosen.active() && (chosen.validTo() == null || !chosen.validTo().isBefore(clock.today()));
    }

    public boolean isMayEdit() {
        return guard.mayEverywhere(CATALOGUE_EDIT);
    }

    public CatalogueQueries.Row getChosen() {
        return chosen;
    }

    public Category[] getCategories() {
        return Category.values();
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    private Integer term() {
        Form typed = new Form();
        typed.put("term", term);
        return typed.whole("term");
    }

    public String getTerm() {
        return term;
    }

    public void setTerm(String term) {
        this.term = term;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
