package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.exchange.ImportState;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The state of the installation, for its administrator: numbers only, nothing of what schools ask for or spend. */
@Queries
public class AdminHomeQueries {
    /** The state of the installation. */
    public record Home(Long users, Long lockedUsers, Long schools, List<ImportLine> imports) {
    }

    /** An import of the last time. */
    public record ImportLine(String kind, String fileName, ImportState state, Integer rowsNew, Integer rowsChanged, Integer rowsWrong,
            String actor, Instant createdAt) {
    }

    private static final int LATEST = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** Users, schools and the last imports. */
    public Home admin() {
        guard.requireEverywhere(USER_ADMIN);
        List<Long> counts = Ask.numbers(em, """
                select (select count(*) from app_user), (select count(*) from app_user where active = 0), (select count(*) from school where is_school = true)""");
        return new Home(counts.get(0), counts.get(1), counts.get(2), Ask.of(em, ImportLine.class, """
                select j.kind as kind, j.fileName as fileName, j.state as state_, j.rowsNew as rowsNew, j.rowsChanged as rowsChanged,
                    j.rowsWrong as rowsWrong, j.actorName as actor, j.createdAt as createdAt
                from ImportJob j order by j.id desc""").list(LATEST));
    }
}
