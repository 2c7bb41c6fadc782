package de.schulpakt.install.ready;

import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Writing, changing and ending ready texts; for technicians of the authority. */
@UseCases
public class ReadyTexts {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    KnownKinds kinds;
    @Inject
    SchoolQueries schools;

    /**
     * Writes a text.
     *
     * @return its id
     * @throws Refused {@code ready.kind} for a kind that does not exist; {@code ready.placeholder} for a word in braces that nothing fills;
     *                 {@code ready.long} if it has more characters than its place takes; {@code ready_text_name_once} by the database
     */
    public Long write(@Valid Write cmd) {
        guard.requireAuthority(TICKET_WORK, cmd.authorityId());
        schools.authorityMustBeThere(cmd.authorityId());
        ReadyText text = new ReadyText(cmd.authorityId(), checked(cmd.facts()));
        em.persist(text);
        em.flush();
        history.record(text.ref(), ReadyAction.WRITE);
        return text.id();
    }

    /** Other words; refused as {@link #write}. */
    public void change(long id, @Valid Change cmd) {
        ReadyText text = mine(id);
        text.change(cmd.version(), checked(cmd.facts()));
        em.flush();
        history.record(text.ref(), ReadyAction.CHANGE);
    }

    /**
     * It is offered no more.
     *
     * @throws Refused {@code ready.ended} if it is not
     */
    public void end(long id, @Valid Over cmd) {
        ReadyText text = mine(id);
        if (text.ended()) {
            throw new Refused("ready.ended", text.ref().no());
        }
        text.end(cmd.version(), true);
        history.record(text.ref(), ReadyAction.END, Said.words(cmd.reason()));
    }

    /**
     * It is offered again.
     *
     * @throws Refused {@code ready.offered} if it is
     */
    public void resume(long id, @Valid Over cmd) {
        ReadyText text = mine(id);
        if (!text.ended()) {
            throw new Refused("ready.offered", text.ref().no());
        }
        text.end(cmd.version(), false);
        history.record(text.ref(), ReadyAction.RESUME, Said.words(cmd.reason()));
    }

    private ReadyText mine(long id) {
        ReadyText text = Find.locked(em, ReadyText.class, id);
        guard.requireAuthority(TICKET_WORK, text.authorityId());
        return text;
    }

    private Facts checked(Facts facts) {
        if (facts.kind() != null && !facts.kind().isBlank() && kinds.latest(facts.kind()).isEmpty()) {
            throw new Refused("ready.kind", facts.kind());
        }
        for (String text : new String[] {facts.textDe(), facts.textEn()}) {
            ReadyFill.unknown(text).ifPresent(word -> {
                throw new Refused("ready.placeholder", word);
            });
            if (text.strip().length() > facts.place().most()) {
                throw new Refused("ready.long", facts.place(), facts.place().most());
            }
        }
        return facts;
    }

    /** A new text of an authority. */
    public record Write(@NotNull Long authorityId, @NotNull @Valid Facts facts) {
    }

    /** How a text that was seen in this version is to be. */
    public record Change(@NotNull Integer version, @NotNull @Valid Facts facts) {
    }

    /** Whether it is offered changes, with the reason. */
    public record Over(@NotNull Integer version, @NotBlank @Size(max = 500) String reason) {
    }

    /**
     * What a text says.
     *
     * @param place  where it is offered
     * @param kind   code of the only kind of tickets at which it is offered, null for all
     * @param name   under which it is chosen
     * @param textDe in German, with placeholders in braces
     * @param textEn in English
     */
    public record Facts(@NotNull ReadyPlace place, @Size(max = 40) String kind, @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 2000) String textDe, @NotBlank @Size(max = 2000) String textEn) {
    }
}
