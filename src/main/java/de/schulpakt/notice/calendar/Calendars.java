package de.schulpakt.notice.calendar;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The own calendar: its address, and what stands in it. */
@UseCases
@Unguarded("Only what belongs to the asker.")
public class Calendars {
    private static final int SECRET_BYTES = 32;

    @PersistenceContext
    EntityManager em;
    @Inject
    CalendarQueries queries;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /** What stands in the calendar: kinds of {@link CalendarQueries.View#offered}. */
    public record Choose(@NotEmpty @Size(max = 20) List<@NotNull @Size(max = 20) String> kinds) {
    }

    /**
     * Makes an address, or another one that ends the one before. It is told this once and kept nowhere.
     *
     * @return the path, from the root of the application
     * @throws Refused {@code account.by_token} if a program asks, {@code calendar.kind} for a kind that is not offered to the asker
     */
    public String renew(@Valid Choose cmd) {
        Long user = current.person();
        refuseUnknown(cmd);
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        CalendarFeed feed = own(user).orElseGet(() -> new CalendarFeed(user));
        feed.renew(Sha256.hex(word), cmd.kinds(), clock.now());
        em.persist(feed);
        return "/calendar/" + word + ".ics";
    }

    /**
     * Changes what stands in the calendar; its address stays.
     *
     * @throws Refused {@code calendar.none} if there is none, and as {@link #renew}
     */
    public void choose(@Valid Choose cmd) {
        Long user = current.person();
        refuseUnknown(cmd);
        own(user).orElseThrow(() -> new Refused("calendar.none")).choose(cmd.kinds());
    }

    /** Ends the calendar: its address opens nothing any more. */
    public void end() {
        own(current.person()).ifPresent(em::remove);
    }

    /** The calendar of this address was read. */
    public void used(String hash) {
        em.createQuery("select f from CalendarFeed f where f.hash = :hash", CalendarFeed.class).setParameter("hash", hash).getResultStream().findFirst()
                .ifPresent(feed -> feed.used(clock.now()));
    }

    private void refuseUnknown(Choose cmd) {
        List<String> offered = queries.kinds();
        cmd.kinds().stream().filter(kind -> !offered.contains(kind)).findFirst().ifPresent(kind -> {
            throw new Refused("calendar.kind", kind);
        });
    }

    private Optional<CalendarFeed> own(Long user) {
        return em.createQuery("select f from CalendarFeed f where f.userId = :user", CalendarFeed.class).setParameter("user", user)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }
}
