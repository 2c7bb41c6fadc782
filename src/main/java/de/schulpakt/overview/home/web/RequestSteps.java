package de.schulpakt.overview.home.web;

import de.schulpakt.overview.home.Progress;
import de.schulpakt.overview.home.SchoolHomeQueries;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Step;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Way;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The way of a request from the wish to the lesson: where it is, and who has the ball. */
@Named("requestSteps")
@RequestScoped
public class RequestSteps {
    @Inject
    Language language;

    /** The steps of a request of one's own school. */
    public List<Step> of(SchoolHomeQueries.Asked request) {
        return of(request.state(), request.progress());
    }

    /** The steps of a request in that state with that progress. */
    public List<Step> of(RequestState state, Progress progress) {
        Way next = Way.next(state, progress.devices(), progress.placed(), progress.inService());
        int reached = next != null ? next.ordinal() : state == RequestState.DELIVERED ? Way.values().length : Way.APPROVED.ordinal();
        List<Step> steps = new ArrayList<>();
        for (Way way : Way.values()) {
            steps.add(new Step(Texts.get(language.getLocale(), way), way.ordinal() < reached ? "done" : way == next ? "now" : "next",
                    way == next ? note(state, progress, next) : null));
        }
        return steps;
    }

    private String note(RequestState state, Progress p, Way next) {
        return switch (state) {
            case DRAFT -> text("step.note.submit");
            case SUBMITTED -> text("step.note.decide");
            case QUERIED -> text("step.note.answer");
            case APPROVED -> text("step.note.order", p.ordered(), p.pieces());
            case ORDERED -> p.expectedOn() == null ? text("step.note.awaited", p.delivered(), p.ordered())
                    : text("step.note.expected", p.delivered(), p.ordered(), p.expectedOn());
            case DELIVERED -> p.openWork() > 0 ? text("step.note.install", p.openWork())
                    : next == Way.INSTALLED ? text("step.note.place", p.placed(), p.devices())
                    : text("step.note.serve", p.inService(), p.devices());
            default -> null;
        };
    }

    private String text(String key, Object... args) {
        return Texts.get(language.getLocale(), key, args);
    }
}
