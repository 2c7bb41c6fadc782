package de.schulpakt.inventory.claim.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.claim.Claims;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Something is claimed for a loan; the address names it. */
@Named
@ViewScoped
public class ClaimNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int DAYS = 30;
    @Inject
    transient Claims claims;
    @Inject
    transient LoanQueries loans;
    @Inject
    transient TermsQueries terms;
    @Inject
    transient Guard guard;
    @Inject
    transient Clock clock;
    @Inject
    transient Act act;
    private transient List<TermsQueries.Price> prices;
    private Long loan;
    private LoanQueries.View view;
    private final Form form = new Form();

    /** Reads the loan. */
    public void load() {
        act.show(() -> {
            view = loans.view(loan == null ? -1 : loan);
            guard.require(Permission.LOAN_EDIT, view.schoolId());
            form.put("kind", view.state() == LoanState.LOST ? Claims.ClaimKind.LOSS : Claims.ClaimKind.DAMAGE);
            form.put("dueOn", clock.today().plusDays(DAYS));
        });
    }

    /** Claims it; its page comes next. */
    public String claim() {
        return act.run(() -> "claim?faces-redirect=true&id=" + claims.claim(new Claims.Open(loan, form.choice(Claims.ClaimKind.class, "kind"), form.number("priceId"),
                form.text("label"), form.cents("amount"), form.text("words"), form.day("dueOn"), form.ticked("again"))), "claim.done.claim");
    }

    public List<TermsQueries.Price> getPrices() {
        if (prices == null) {
            prices = view.authorityId() == null ? List.of() : terms.prices(view.authorityId());
        }
        return prices;
    }

    public Claims.ClaimKind[] getKinds() {
        return Claims.ClaimKind.values();
    }

    public LoanQueries.View getView() {
        return view;
    }

    public Long getLoan() {
        return loan;
    }

    public void setLoan(Long loan) {
        this.loan = loan;
    }

    public Form getForm() {
        return form;
    }
}
