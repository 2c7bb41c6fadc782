package de.schulpakt.school.place.web;

import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import de.schulpakt.school.place.SchoolAction;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The rooms of the school that the picker names. A school without rooms says where they are added, to who may add them. */
@RequestScoped
public class RoomChoices implements ChoiceSource {
    @Inject
    SchoolQueries queries;

    @Override
    public String name() {
        return "rooms";
    }

    @Override
    public Choices find(Asked asked) {
        if (asked.withinId() == null) {
            return new Choices(List.of(), 0, Texts.get(asked.locale(), "rooms.school_first"), null);
        }
        List<SchoolQueries.RoomOption> rooms = queries.rooms(asked.withinId());
        if (rooms.isEmpty()) {
            boolean may = queries.school(asked.withinId()).actions().contains(SchoolAction.ADD_ROOM);
            return new Choices(List.of(), 0, Texts.get(asked.locale(), may ? "rooms.none_add" : "rooms.none_ask"),
                    may ? "/school/school.xhtml?id=" + asked.withinId() : null);
        }
        String typed = asked.text() == null ? "" : asked.text().toLowerCase(asked.locale());
        List<Choices.Choice> fit = rooms.stream().map(RoomChoices::choice).filter(c -> c.label().toLowerCase(asked.locale()).contains(typed)).toList();
        return new Choices(fit.stream().limit(SHOWN).toList(), fit.size()).with(rooms.stream().filter(r -> r.id().equals(asked.chosenId()))
                .map(RoomChoices::choice).findFirst().orElse(null));
    }

    private static Choices.Choice choice(SchoolQueries.RoomOption room) {
        return new Choices.Choice(room.id().toString(),
                room.name() + " (" + room.building() + (room.floor() == null || room.floor().isEmpty() ? "" : ", " + room.floor()) + ")");
    }
}
