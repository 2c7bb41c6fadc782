package de.schulpakt.install.queue;

import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.ticket.TicketParts;
import de.schulpakt.install.ticket.TicketWork;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Explained;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same step on many tickets, each by the use case that its page calls too; that asks the guard. */
@ApplicationScoped
public class Bulk {
    @Inject
    Tickets tickets;
    @Inject
    TicketWork work;
    @Inject
    TicketParts parts;

    /** What is done to each. */
    public enum Action {
        /** The asker takes it. */
        TAKE,
        /** A technician gets it. */
        ASSIGN,
        /** A team gets it beside its technician. */
        TEAM,
        /** Another priority and due day. */
        RANK,
        /** A ticket of its own for each room of its devices. */
        SPLIT
    }

    /**
     * Takes the step on each ticket in the order in which they are sent.
     *
     * @param locale language of the reasons
     * @return what came of each
     * @throws Refused {@code bulk.nobody} if nobody is named to assign to, {@code bulk.no_team} if no team is named, {@code bulk.no_priority} if no priority is
     */
    public List<Result> run(Command cmd, Locale locale) {
        if (cmd.action() == Action.ASSIGN && cmd.technicianId() == null) {
            throw new Refused("bulk.nobody");
        }
        if (cmd.action() == Action.TEAM && cmd.teamId() == null) {
            throw new Refused("bulk.no_team");
        }
        if (cmd.action() == Action.RANK && cmd.priority() == null) {
            throw new Refused("bulk.no_priority");
        }
        List<Result> results = new ArrayList<>();
        for (Seen ticket : cmd.tickets()) {
            results.add(one(cmd, ticket, locale));
        }
        return List.copyOf(results);
    }

    private Result one(Command cmd, Seen ticket, Locale locale) {
        try {
            switch (cmd.action()) {
                case TAKE -> tickets.take(ticket.id(), new Tickets.Step(ticket.version(), null));
                case ASSIGN -> work.assign(ticket.id(), new TicketWork.Assign(ticket.version(), cmd.technicianId(), null));
                case TEAM -> work.team(ticket.id(), new TicketWork.Team(ticket.version(), cmd.teamId(), null));
                case RANK -> work.rank(ticket.id(), new TicketWork.Rank(ticket.version(), cmd.priority(), cmd.dueOn(), null));
                case SPLIT -> parts.splitByRoom(ticket.id(), new Tickets.Step(ticket.version(), null));
            }
            return new Result(ticket.id(), true, null, null);
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, locale).filter(known -> known.status() < 500).orElseThrow(() -> failure);
            return new Result(ticket.id(), false, why.code(), why.fields().isEmpty() ? why.detail() : String.join(" ", why.fields().values()));
        }
    }

    /** A ticket as the asker saw it. */
    public record Seen(@NotNull Long id, @NotNull Integer version) {
    }

    /**
     * The step.
     *
     * @param technicianId for {@link Action#ASSIGN}
     * @param teamId       for {@link Action#TEAM}
     * @param priority     for {@link Action#RANK}
     * @param dueOn        for {@link Action#RANK}, null for none
     */
    public record Command(@NotNull Action action, @NotEmpty @Size(max = 200) List<@NotNull Seen> tickets, Long technicianId, Long teamId, Priority priority,
            LocalDate dueOn) {
    }

    /**
     * What came of one ticket.
     *
     * @param code   of the refusal, null if it was done
     * @param detail its reason in words
     */
    public record Result(Long id, Boolean done, String code, String detail) {
    }
}
