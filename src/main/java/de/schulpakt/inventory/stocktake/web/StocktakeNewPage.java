package de.schulpakt.inventory.stocktake.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.inventory.stocktake.StocktakeQueries;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Amounts;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A stock-taking is opened. */
@Named
@ViewScoped
public class StocktakeNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Stocktakes stocktakes;
    @Inject
    transient StocktakeQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long schoolId;
    private Long roomId;
    private Long budgetId;
    private Integer samplePercent;
    private String minPrice;
    private transient List<Awards.Award> awards;
    private LocalDate boughtUntil;
    private String title;

    /** The school and the budget that the address names; whose only school it is, need not choose it. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.DEVICE_PLACE)) {
                throw new Forbidden(Permission.DEVICE_PLACE);
            }
            schoolId = Params.number(here.param("school"));
            budgetId = Params.number(here.param("budget"));
            List<SchoolQueries.Option> own = schools.options(Permission.DEVICE_PLACE, null, new PageRequest(1, 2, null)).rows();
            if (schoolId == null && own.size() == 1) {
                schoolId = own.get(0).id();
            }
        });
    }

    /** Another school was chosen: its rooms are others. */
    public void leaveRoom() {
        roomId = null;
        budgetId = null;
        awards = null;
    }

    /** The positions of awards of the school, to count what one has paid. */
    public List<Awards.Award> getAwards() {
        if (awards == null) {
            awards = queries.awards(schoolId);
        }
        return awards;
    }

    /** Opens it. */
    public String open() {
        return act.run(() -> "stocktake?faces-redirect=true&id=" + stocktakes.open(new Stocktakes.Open(schoolId, title, roomId, budgetId, samplePercent,
                        minPrice == null || minPrice.isBlank() ? null : Amounts.cents(minPrice), boughtUntil)),
                "stocktake.done.open");
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    public Long getBudgetId() {
        return budgetId;
    }

    public void setBudgetId(Long budgetId) {
        this.budgetId = budgetId;
    }

    public String getMinPrice() {
        return minPrice;
    }

    public void setMinPrice(String minPrice) {
        this.minPrice = minPrice;
    }

    public LocalDate getBoughtUntil() {
        return boughtUntil;
    }

    public void setBoughtUntil(LocalDate boughtUntil) {
        this.boughtUntil = boughtUntil;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public Integer getSamplePercent() {
        return samplePercent;
    }

    public void setSamplePercent(Integer samplePercent) {
        this.samplePercent = samplePercent;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
