package de.schulpakt.inventory.model;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.inventory.device.DeviceModels.ModelAction;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One device model. */
@Queries
public class ModelQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    private record Row(Long id, String maker, String name, String partNo, ModelKind kind, Boolean needsNetwork, Integer warrantyMonths, LocalDate endedOn, Integer version) {
    }

    /** How many devices there are in a state. */
    public record Count(DeviceState state, Long devices) {
    }

    /**
     * A model.
     *
     * @param warrantyMonths for how long what is delivered is under warranty, null if not known
     * @param endedOn since when it is not to be bought any more, null while it is
     * @param counts  devices that the asker may see, by state; empty for who sees none
     * @param actions what the asker may do now
     */
    public record View(Long id, String maker, String name, String partNo, ModelKind kind, Boolean needsNetwork, Integer warrantyMonths, LocalDate endedOn, Integer version, List<Count> counts,
            Set<ModelAction> actions, List<HistoryEntry> timeline) {
        /** Maker and name, as people say it. */
        public String label() {
            return maker + " " + name;
        }
    }

    /**
     * One model, for who sees devices or the catalogue.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        boolean devices = guard.may(DEVICE_VIEW);
        if (!devices) {
            guard.require(CATALOGUE_VIEW);
        }
        Row m = Ask.of(em, Row.class, """
                select m.id as id, m.maker as maker, m.name as name, m.partNo as partNo, m.kind as kind, m.needsNetwork as needsNetwork, m.warrantyMonths as warrantyMonths, m.endedOn as endedOn,
                    m.version as version from DeviceModel m where m.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("DeviceModel", id));
        Set<ModelAction> actions = EnumSet.noneOf(ModelAction.class);
        if (guard.mayEverywhere(CATALOGUE_EDIT)) {
            actions.add(ModelAction.CHANGE);
            actions.add(ModelAction.WARRANT);
            actions.add(m.endedOn() == null ? ModelAction.END : ModelAction.RESUME);
        }
        return new View(m.id(), m.maker(), m.name(), m.partNo(), m.kind(), m.needsNetwork(), m.warrantyMonths(), m.endedOn(), m.version(), devices ? counts(id) : List.of(), actions,
                history.of("DeviceModel", id));
    }

    private List<Count> counts(long id) {
        Scope scope = guard.scope(DEVICE_VIEW);
        return scope.bind(Ask.of(em, Count.class, "select d.state as state, count(d) as devices from Device d"
                + (scope.everywhere() ? "" : " join School s on s.id = d.schoolId") + " where d.modelId = :id"
                + (scope.everywhere() ? "" : " and" + scope.school("s")) + " group by d.state order by d.state")).set("id", id).list();
    }
}
