package de.schulpakt.install.ticket.web;

import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The technicians to whom a ticket of the school that the picker names can be given. */
@RequestScoped
public class TechnicianChoices implements ChoiceSource {
    @Inject
    TicketQueries queries;

    @Override
    public String name() {
        return "technicians";
    }

    @Override
    public Choices find(Asked asked) {
        if (asked.withinId() == null) {
            return new Choices(List.of(), 0);
        }
        String typed = asked.text() == null ? "" : asked.text().toLowerCase(asked.locale());
        List<TicketWork.Technician> all = queries.technicians(asked.withinId());
        List<Choices.Choice> fit = all.stream().filter(t -> t.name().toLowerCase(asked.locale()).contains(typed)).map(TechnicianChoices::choice)
                .toList();
        return new Choices(fit.stream().limit(SHOWN).toList(), fit.size())
                .with(all.stream().filter(t -> t.id().equals(asked.chosenId())).map(TechnicianChoices::choice).findFirst().orElse(null));
    }

    private static Choices.Choice choice(TicketWork.Technician technician) {
        return new Choices.Choice(technician.id().toString(), technician.name());
    }
}
