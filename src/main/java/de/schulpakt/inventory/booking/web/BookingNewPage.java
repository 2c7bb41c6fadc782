package de.schulpakt.inventory.booking.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.row.PageRequest;
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

/** Devices of a model are reserved; the address may name the school. */
@Named
@ViewScoped
public class BookingNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Bookings bookings;
    @Inject
    transient BookingQueries queries;
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
    private transient List<BookingQueries.Model> models;
    private Long schoolId;
    private final Form form = new Form();

    /** The school that the address names; whose only school it is, need not choose it. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.LOAN_EDIT)) {
                throw new Forbidden(Permission.LOAN_EDIT);
            }
            schoolId = Params.number(here.param("school"));
            List<SchoolQueries.Option> own = schools.options(Permission.LOAN_EDIT, null, new PageRequest(1, 2, null)).rows();
            if (schoolId == null && own.size() == 1) {
                schoolId = own.get(0).id();
            }
            if (schoolId != null) {
                getModels();
            }
            form.put("kind", Loans.BorrowerKind.CLASS);
            form.put("fromOn", clock.today());
            form.put("toOn", clock.today());
        });
    }

    /** Reserves them. */
    public String book() {
        return act.run(() -> "booking?faces-redirect=true&id=" + bookings.book(new Bookings.Book(schoolId, form.number("modelId"), form.whole("quantity"), form.day("fromOn"),
                form.day("toOn"), form.choice(Loans.BorrowerKind.class, "kind"), form.text("borrower"), form.text("schoolClass"))), "booking.done.book");
    }

    /** Another school was chosen: its pool is another. */
    public void leaveModels() {
        models = null;
    }

    public List<BookingQueries.Model> getModels() {
        if (models == null) {
            models = schoolId == null ? List.of() : queries.models(schoolId);
        }
        return models;
    }

    public Loans.BorrowerKind[] getKinds() {
        return Loans.BorrowerKind.values();
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    public Form getForm() {
        return form;
    }
}
