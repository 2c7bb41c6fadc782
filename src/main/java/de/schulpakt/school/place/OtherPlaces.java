package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Places that are no schools: made, put right and given up by who adds rooms for the whole authority. Buildings and rooms are added to them as to schools.
 */
@UseCases
public class OtherPlaces {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Event<Ending> ending;

    /**
     * Makes a place of an authority; it gets a number of ours, which no school has.
     *
     * @return its id
     * @throws NotFound if there is no such authority, or the asker does not see its places
     * @throws Refused  {@code place.kind_school} for a school, which has a number of the register
     */
    public Long create(@Valid Create cmd) {
        guard.requireAuthority(ROOM_EDIT, cmd.authorityId());
        Find.one(em, Authority.class, cmd.authorityId());
        noSchool(cmd.kind());
        School place = new School(cmd.authorityId(), cmd.stateCode(), numbers.next("X"), cmd.facts());
        place.becomes(cmd.kind());
        em.persist(place);
        em.flush();
        history.record(place.ref(), SchoolAction.CREATE);
        return place.id();
    }

    /**
     * Other facts of a place; what is null is then unknown.
     *
     * @throws Refused  {@code place.is_school} for a school; {@code place.kind_school}
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void change(long id, @Valid Change cmd) {
        School place = place(id);
        noSchool(cmd.kind());
        place.change(cmd.version(), cmd.facts());
        place.becomes(cmd.kind());
        history.record(place.ref(), SchoolAction.CHANGE);
    }

    /**
     * A place is not looked after any more, or was made by mistake: neither it nor its rooms are offered anywhere, and what happened there stays.
     *
     * @throws Refused  {@code place.is_school}; {@code place.ended} if it is already; {@code place.used_devices} or {@code place.used_tickets} while something stands
     *                  there or is to be done there
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void end(long id, @Valid Step cmd) {
        School place = place(id);
        place.end(cmd.version(), clock.today());
        ending.fire(new Ending(place.ref(), place.name()));
        rooms(id, clock.today());
        history.record(place.ref(), SchoolAction.END, Said.words(cmd.reason()));
    }

    /**
     * A place is looked after again.
     *
     * @throws Refused  {@code place.is_school}; {@code place.not_ended} if it is
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void reopen(long id, @Valid Step cmd) {
        School place = place(id);
        place.reopen(cmd.version());
        rooms(id, null);
        history.record(place.ref(), SchoolAction.REOPEN, Said.words(cmd.reason()));
    }

    /** The rooms of the place are left since that day, or again not. */
    private void rooms(long id, LocalDate since) {
        em.createQuery("update Room r set r.leftOn = :since where r.schoolId = :place").setParameter("since", since).setParameter("place", id).executeUpdate();
    }

    private School place(long id) {
        School place = Find.locked(em, School.class, id);
        if (place.authorityId() == null || !place.place().other()) {
            guard.require(ROOM_EDIT, place.id());
            throw new Refused("place.is_school", place.name());
        }
        guard.requireAuthority(ROOM_EDIT, place.authorityId());
        return place;
    }

    private static void noSchool(PlaceKind kind) {
        if (!kind.other()) {
            throw new Refused("place.kind_school");
        }
    }

    /**
     * A new place.
     *
     * @param stateCode federal state in which it lies, e.g. RP: its holidays count there
     * @param latitude  degrees north, WGS 84
     * @param longitude degrees east, WGS 84
     */
    public record Create(@NotNull Long authorityId, @NotNull @Pattern(regexp = "[A-Z]{2}") String stateCode, @NotNull PlaceKind kind,
            @NotBlank @Size(max = 200) String name, @Size(max = 160) String street, @Pattern(regexp = "\\d{5}") String postcode, @Size(max = 120) String city,
            @DecimalMin("47") @DecimalMax("56") BigDecimal latitude, @DecimalMin("5") @DecimalMax("16") BigDecimal longitude, @Size(max = 60) String phone) {
        SchoolFacts facts() {
            return new SchoolFacts(name, SchoolType.OTHER, street, postcode, city, latitude, longitude, phone, null);
        }
    }

    /**
     * Other facts of a place.
     *
     * @param version the version that the asker saw
     */
    public record Change(@NotNull Integer version, @NotNull PlaceKind kind, @NotBlank @Size(max = 200) String name, @Size(max = 160) String street,
            @Pattern(regexp = "\\d{5}") String postcode, @Size(max = 120) String city, @DecimalMin("47") @DecimalMax("56") BigDecimal latitude,
            @DecimalMin("5") @DecimalMax("16") BigDecimal longitude, @Size(max = 60) String phone) {
        SchoolFacts facts() {
            return new SchoolFacts(name, SchoolType.OTHER, street, postcode, city, latitude, longitude, phone, null);
        }
    }

    /** News, told inside the transaction in which a place with this name is about to be given up: who has something there refuses. */
    public record Ending(Ref place, String name) {
    }

    /** Gives a place up that was seen in this version, or takes it up again, with the reason. */
    public record Step(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }
}
