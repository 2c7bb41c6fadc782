package de.schulpakt.overview.home.web;

import de.schulpakt.overview.home.Progress;
import de.schulpakt.overview.home.SchoolHomeQueries;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Step;
import de.schulpakt.procurement.request.RequestState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The way of a request from the wish to the lesson: where it is, and who has the ball. */
@Named("requestSteps")
@RequestScoped
public class RequestSteps {
    private static final List<String> LABELS = List.of("step.asked", "step.approved", "step.ordered", "step.delivered",
            "step.installed", "step.ready");
    private static final int APPROVED = 1;
    private static final int ORDERED = 2;
    private static final int DELIVERED = 3;
    private static final int INSTALLED = 4;
    private static final int READY = 5;
    @Inject
    Language language;

    /** The steps of a request of one's own school. */
    public List<Step> of(SchoolHomeQueries.Asked request) {
        return of(request.state(), request.progress());
    }

    /** The steps of a request in that state with that progress. */
    public List<Step> of(RequestState state, Progress progress) {
        int now = now(state, progress);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < LABELS.size(); i++) {
            steps.add(new Step(text(LABELS.get(i)), i < now ? "done" : i == now ? "now" : "next",
                    i == now ? note(state, progress, now) : null));
        }
        return steps;
    }

    private static int now(RequestState state, Progress p) {
        return switch (state) {
            case DRAFT -> 0;
            case SUBMITTED, QUERIED -> APPROVED;
            case APPROVED -> ORDERED;
            case ORDERED -> DELIVERED;
            case DELIVERED -> p.ready() ? READY + 1 : p.openWork() > 0 || p.placed() < p.devices() ? INSTALLED : READY;
            default -> APPROVED;
        };
    }

    private String note(RequestState state, Progress p, int now) {
        return switch (state) {
            case DRAFT -> text("step.note.submit");
            case SUBMITTED -> text("step.note.decide");
            case QUERIED -> text("step.note.answer");
            case APPROVED -> text("step.note.order", p.ordered(), p.pieces());
            case ORDERED -> p.expectedOn() == null ? text("step.note.awaited", p.delivered(), p.ordered())
                    : text("step.note.expected", p.delivered(), p.ordered(), p.expectedOn());
            case DELIVERED -> now > READY ? null : now == READY ? text("step.note.serve", p.inService(), p.devices())
                    : p.openWork() > 0 ? text("step.note.install", p.openWork())
                    : text("step.note.place", p.placed(), p.devices());
            default -> null;
        };
    }

    private String text(String key, Object... args) {
        return Texts.get(language.getLocale(), key, args);
    }
}
