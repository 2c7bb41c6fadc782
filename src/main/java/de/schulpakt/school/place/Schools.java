package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Fold;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** Authorities, schools, buildings and rooms. */
@UseCases
public class Schools {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * Creates a school authority. The database refuses a second one of the same name: {@code authority_name_once}.
     *
     * @return id of the authority
     */
    public Long createAuthority(@Valid CreateAuthority cmd) {
        guard.requireEverywhere(SCHOOL_EDIT);
        Authority authority = new Authority(cmd.name());
        em.persist(authority);
        em.flush();
        history.record(new Ref("Authority", authority.id(), cmd.name()).ofAuthority(authority.id()), SchoolAction.CREATE);
        return authority.id();
    }

    /**
     * Creates a school. The database refuses a second one with the same official number in the same federal state:
     * {@code school_official_no_once}.
     *
     * @return id of the school
     */
    public Long create(@Valid Create cmd) {
        if (cmd.authorityId() == null) {
            guard.requireEverywhere(SCHOOL_EDIT);
        } else {
            guard.requireAuthority(SCHOOL_EDIT, cmd.authorityId());
            Find.one(em, Authority.class, cmd.authorityId());
        }
        School school = new School(cmd.authorityId(), cmd.stateCode(), Fold.text(cmd.officialNo()), cmd.facts());
        em.persist(school);
        em.flush();
        history.record(school.ref(), SchoolAction.CREATE);
        return school.id();
    }

    /** Changes the facts of a school; refuses {@code place.no_school} a place that is none. */
    public void change(long id, @Valid Change cmd) {
        School school = Find.locked(em, School.class, id);
        guard.require(SCHOOL_EDIT, school.id());
        if (school.place().other()) {
            throw new Refused("place.no_school", school.name());
        }
        school.change(cmd.version(), cmd.facts());
        history.record(school.ref(), SchoolAction.CHANGE);
    }

    /**
     * Adds a building to a school. The database refuses a second one of the same name: {@code building_name_once}.
     *
     * @return id of the building
     * @throws Refused {@code place.ended} for a place that is not looked after any more
     */
    public Long addBuilding(long schoolId, @Valid AddBuilding cmd) {
        School school = Find.one(em, School.class, schoolId);
        guard.require(ROOM_EDIT, school.id());
        school.mustBeLookedAfter();
        Building building = new Building(school.id(), cmd.name());
        em.persist(building);
        em.flush();
        history.record(school.ref(), SchoolAction.ADD_BUILDING, Said.that("said.building", building.name()));
        return building.id();
    }

    /**
     * Adds a room to a building. The database refuses a second one of the same name in the building:
     * {@code room_name_once}.
     *
     * @return id of the room
     * @throws Refused {@code place.ended} for a place that is not looked after any more
     */
    public Long addRoom(@Valid AddRoom cmd) {
        Building building = Find.one(em, Building.class, cmd.buildingId());
        guard.require(ROOM_EDIT, building.schoolId());
        Find.one(em, School.class, building.schoolId()).mustBeLookedAfter();
        Room room = new Room(building, cmd.name(), cmd.floor(), cmd.kind());
        em.persist(room);
        em.flush();
        history.record(new Ref("School", building.schoolId(), building.name()).ofSchool(building.schoolId()), SchoolAction.ADD_ROOM,
                Said.that("said.room", building.name(), Fold.text(cmd.name())));
        return room.id();
    }

    /** A new building of a school. */
    public record AddBuilding(@NotBlank @Size(max = 120) String name) {
    }

    /**
     * A new room of a building.
     *
     * @param floor as it is called there, e.g. EG or 2. OG; may be null
     */
    public record AddRoom(@NotNull Long buildingId, @NotBlank @Size(max = 80) String name, @Size(max = 20) String floor,
            @NotNull RoomKind kind) {
    }

    /**
     * Other facts of a school; what is null is then unknown.
     *
     * @param version the version that the asker saw
     */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 200) String name, @NotNull SchoolType type,
            @Size(max = 160) String street, @Pattern(regexp = "\\d{5}") String postcode, @Size(max = 120) String city,
            @DecimalMin("47") @DecimalMax("56") BigDecimal latitude, @DecimalMin("5") @DecimalMax("16") BigDecimal longitude,
            @Size(max = 60) String phone, @Min(0) @Max(100_000) Integer pupils) {
        SchoolFacts facts() {
            return new SchoolFacts(name, type, street, postcode, city, latitude, longitude, phone, pupils);
        }
    }

    /**
     * A new school.
     *
     * @param authorityId null: in the register, run by no authority of this installation
     * @param stateCode   federal state, e.g. RP
     * @param officialNo  number in the register of the federal state
     * @param latitude    degrees north, WGS 84
     * @param longitude   degrees east, WGS 84
     */
    public record Create(Long authorityId, @NotNull @Pattern(regexp = "[A-Z]{2}") String stateCode,
            @NotBlank @Size(max = 20) String officialNo, @NotBlank @Size(max = 200) String name, @NotNull SchoolType type,
            @Size(max = 160) String street, @Pattern(regexp = "\\d{5}") String postcode, @Size(max = 120) String city,
            @DecimalMin("47") @DecimalMax("56") BigDecimal latitude, @DecimalMin("5") @DecimalMax("16") BigDecimal longitude,
            @Size(max = 60) String phone, @Min(0) @Max(100_000) Integer pupils) {
        SchoolFacts facts() {
            return new SchoolFacts(name, type, street, postcode, city, latitude, longitude, phone, pupils);
        }
    }

    /** A new school authority. */
    public record CreateAuthority(@NotBlank @Size(max = 160) String name) {
    }
}
