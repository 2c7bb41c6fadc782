package de.schulpakt.inventory.terms.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The terms and prices of one authority; the address names it. */
@Named
@ViewScoped
public class TermsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Terms terms;
    @Inject
    transient TermsQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient List<SchoolQueries.AuthorityOption> authorities;
    private transient List<TermsQueries.Edition> editions;
    private transient List<TermsQueries.Price> prices;
    private TermsQueries.Reminding reminding;
    private Long authority;
    private final Form form = new Form();

    /** Finds the authority that the address names, else the first one, and fills the form with its newest text. */
    public void load() {
        act.show(() -> {
            guard.require(Permission.DEVICE_RETIRE);
            Long asked = Params.number(here.param("authority"));
            authority = asked != null || getAuthorities().isEmpty() ? asked : getAuthorities().get(0).id();
            if (authority == null || getAuthorities().stream().noneMatch(a -> a.id().equals(authority))) {
                throw new NotFound("Authority", authority == null ? -1 : authority);
            }
            form.put("validOn", clock.today());
            form.put("sends", getReminding().sends());
            form.put("daysBefore", getReminding().daysBefore());
            form.put("daysAgain", getReminding().daysAgain());
            getEditions().stream().findFirst().ifPresent(e -> form.put("text", e.text()));
        });
    }

    /** Publishes the text as the next edition. */
    public String publish() {
        return act.run(() -> terms.publish(new Terms.Publish(authority, form.text("text"), form.day("validOn"))), "terms.done.publish", address());
    }

    /** Adds a price. */
    public String addPrice() {
        return act.run(() -> terms.addPrice(new Terms.AddPrice(authority, form.text("label"), form.cents("price"))), "terms.done.add_price", address());
    }

    /** A price is not asked any longer. */
    public String endPrice(Long id, Integer version) {
        return act.run(() -> terms.endPrice(id, new Terms.EndPrice(version)), "terms.done.end_price", address());
    }

    /** Says whether letters go to borrowers, and when. */
    public String remind() {
        return act.run(() -> terms.remind(new Terms.Remind(authority, getReminding().version(), form.ticked("sends"), form.whole("daysBefore"), form.whole("daysAgain"))),
                "terms.done.remind", address());
    }

    /** Whether letters go to borrowers. */
    public TermsQueries.Reminding getReminding() {
        if (reminding == null) {
            reminding = queries.reminding(authority);
        }
        return reminding;
    }

    private String address() {
        return "loan-terms?faces-redirect=true&authority=" + authority;
    }

    /** Those for which the asker may write. */
    public List<SchoolQueries.AuthorityOption> getAuthorities() {
        if (authorities == null) {
            authorities = schools.authorities().stream().filter(a -> guard.mayAuthority(Permission.DEVICE_RETIRE, a.id())).toList();
        }
        return authorities;
    }

    public List<TermsQueries.Edition> getEditions() {
        if (editions == null) {
            editions = queries.editions(authority);
        }
        return editions;
    }

    public List<TermsQueries.Price> getPrices() {
        if (prices == null) {
            prices = queries.prices(authority);
        }
        return prices;
    }

    public Long getAuthority() {
        return authority;
    }

    public Form getForm() {
        return form;
    }
}
