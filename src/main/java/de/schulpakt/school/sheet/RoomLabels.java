package de.schulpakt.school.sheet;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.paper.label.Label;
import de.schulpakt.paper.label.LabelSource;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The rooms of a school have labels; the code opens the list of what stands in the room. */
@ApplicationScoped
class RoomLabels implements LabelSource {
    private static final Set<String> KNOWN = Set.of("school", "id");
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** A room with where it is. */
    private record Row(Long id, String name, String building, String floor, String school) {
    }

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public void each(Map<String, List<String>> sent, boolean strict, Consumer<Label> sink) {
        sent.keySet().stream().filter(name -> strict && !KNOWN.contains(name)).findFirst().ifPresent(name -> {
            throw BadParameter.unknown(name);
        });
        List<Long> schools = numbers(sent, "school", strict);
        List<Long> ids = numbers(sent, "id", strict);
        Scope scope = guard.scope(SCHOOL_VIEW);
        if (schools.isEmpty() && ids.isEmpty()) {
            return;
        }
        Ask<Row> ask = scope.bind(Ask.of(em, Row.class, """
                select r.id as id, r.name as name, b.name as building, r.floor as floor_, s.name as school
                from Room r join Building b on b.id = r.buildingId join School s on s.id = r.schoolId where r.closedOn is null and s.endedOn is null and""" + scope.school("s")
                + (schools.isEmpty() ? "" : " and r.schoolId in :schools") + (ids.isEmpty() ? "" : " and r.id in :ids")
                + " order by s.name, s.id, b.nameKey, b.id, r.nameKey, r.id"));
        if (!schools.isEmpty()) {
            ask.set("schools", schools);
        }
        if (!ids.isEmpty()) {
            ask.set("ids", ids);
        }
        ask.list().forEach(row -> sink.accept(new Label(row.id(), row.name(),
                Stream.of(row.building(), row.floor(), row.school()).filter(Objects::nonNull).filter(l -> !l.isBlank()).toList(),
                "/school/room.xhtml?id=" + row.id())));
    }

    private static List<Long> numbers(Map<String, List<String>> sent, String name, boolean strict) {
        List<String> values = sent.getOrDefault(name, List.of());
        values.stream().filter(v -> strict && !v.matches("\\d{1,18}")).findFirst().ifPresent(v -> {
            throw BadParameter.value(name, v);
        });
        return values.stream().filter(v -> v.matches("\\d{1,18}")).map(Long::valueOf).toList();
    }
}
