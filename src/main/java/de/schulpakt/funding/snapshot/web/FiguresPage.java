package de.schulpakt.funding.snapshot.web;

import de.schulpakt.funding.snapshot.FigureQueries;
import de.schulpakt.funding.snapshot.Snapshots;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** The figures of any day; everything it shows is in its URL. */
@Named
@ViewScoped
public class FiguresPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient FigureQueries queries;
    @Inject
    transient Snapshots snapshots;
    @Inject
    transient Formats fmt;
    @Inject
    transient Act act;
    @Inject
    transient Here here;
    private List<FigureQueries.Choice> choices = List.of();
    private FigureQueries.Choice choice;
    private LocalDate day;
    private FigureQueries.View view;

    /** Reads the figures that the URL asks for; without a day those of today. */
    public void load() {
        act.show(() -> {
            choices = queries.choices();
            choice = choices.stream().filter(c -> c.key().equals(here.param("of"))).findFirst().orElse(choices.isEmpty() ? null : choices.get(0));
            LocalDate asked = Params.day(here.param("day"));
            LocalDate since = Params.day(here.param("since"));
            day = asked == null ? fmt.today() : asked;
            if (choice != null) {
                view = queries.figures(choice.programmeId(), choice.authorityId(), day, since != null && since.isBefore(day) ? since : null);
            }
        });
    }

    /** Keeps them. */
    public String take() {
        return act.run(() -> "snapshot?faces-redirect=true&id=" + snapshots.take(new Snapshots.Take(choice.programmeId(), choice.authorityId(), day)),
                "snapshot.taken");
    }

    public List<FigureQueries.Choice> getChoices() {
        return choices;
    }

    public FigureQueries.Choice getChoice() {
        return choice;
    }

    public LocalDate getDay() {
        return day;
    }

    public FigureQueries.View getView() {
        return view;
    }
}
