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
    private final Form form = new Form();
    private transient List<CatalogueQueries.Offer> offers;
    private CatalogueQueries.Row chosen;
    private transient List<CatalogueQueries.Set> sets;
    private transient List<CatalogueQueries.Row> others;
    private transient List<HistoryEntry> timeline;

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
        String outcome = act.run(() -> catalogue.changeItem(chosen.id(), new Catalogue.ChangeItem(chosen.version(), chosen.name(), chosen.category(),
                Amounts.cents(price), chosen.vatBp(), contract, validTo, active, term())), "catalogue.changed",
                "catalogue?faces-redirect=true");
        timeline = null;
        return outcome;
    }

    /** Adds an offer that begins later. */
    public String offer() {
        String outcome = act.run(() -> catalogue.offer(chosen.id(), new Catalogue.Offer(chosen.version(), form.day("offerFrom"), form.day("offerTo"),
                form.cents("offerPrice"), null)), "offer.saved", "catalogue?faces-redirect=true&item=" + chosen.id());
        offers = null;
        timeline = null;
        return outcome;
    }

    /** Takes one back that has not begun. */
    public String withdrawOffer() {
        String outcome = act.run(() -> catalogue.withdrawOffer(chosen.id(), form.number("offerId"), new Catalogue.WithdrawOffer(chosen.version(), form.text("offerReason"))),
                "offer.withdrawn", "catalogue?faces-redirect=true&item=" + chosen.id());
        offers = null;
        timeline = null;
        return outcome;
    }

    /** From when to when it is offered at which price, read once per request of the browser. */
    public List<CatalogueQueries.Offer> getOffers() {
        if (offers == null) {
            offers = queries.offers(chosen.id());
        }
        return offers;
    }

    /** Those that have not begun. */
    public List<CatalogueQueries.Offer> getLater() {
        return getOffers().stream().filter(o -> o.standing() == CatalogueQueries.Standing.LATER).toList();
    }

    /** True if it ends soon with no other offer after it. */
    public boolean isEnding() {
        return isOffered() && chosen.validTo() != null && !chosen.validTo().isAfter(clock.today().plusDays(CatalogueQueries.SOON_DAYS)) && getLater().isEmpty();
    }

    public Form getForm() {
        return form;
    }

    /** What was done to the item, its prices among it. */
    public List<HistoryEntry> getTimeline() {
        if (timeline == null) {
            timeline = queries.timeline(chosen.id());
        }
        return timeline;
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
