package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Like;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Questions about authorities, schools and rooms. */
@Queries
public class SchoolQueries {
    /** What there is at places that are no schools. */
    private static final int OPTIONS_AT_ONCE = 200;
    private static final int MOST_OPTIONS = 2_000;
    private static final Set<Permission> PLACES = EnumSet.of(SCHOOL_VIEW, ROOM_EDIT, Permission.DEVICE_VIEW, Permission.DEVICE_ADD, Permission.DEVICE_PLACE,
            Permission.DEVICE_SERVE, Permission.DEVICE_RETIRE, Permission.DEVICE_SECRET, Permission.TICKET_VIEW, Permission.TICKET_OPEN, Permission.TICKET_WORK,
            Permission.TICKET_ACCEPT, Permission.NETWORK_VIEW, Permission.NETWORK_EDIT, Permission.COMMENT_WRITE, Permission.INTERNAL_VIEW);

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * One school.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public View school(long id) {
        guard.require(SCHOOL_VIEW, id);
        return Ask.of(em, View.class, """
                select s.id as id, s.authorityId as authorityId, a.name as authority, s.stateCode as stateCode,
                    s.officialNo as officialNo, s.name as name, s.type as type_, s.street as street, s.postcode as postcode,
                    s.city as city, s.latitude as latitude, s.longitude as longitude, s.phone as phone, s.pupils as pupils,
                    s.version as version, s.place as place, s.endedOn as endedOn, (select count(r.id) from Room r where r.schoolId = s.id and r.closedOn is null and r.leftOn is null) as rooms
                from School s left join Authority a on a.id = s.authorityId where s.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("School", id)).with(this::actions, history.of("School", id));
    }

    /** The rooms of a school that are used, all of them, by building and name. */
    public List<RoomOption> rooms(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        return orNotFound(schoolId, Ask.of(em, RoomOption.class, """
                select r.id as id, r.name as name, b.name as building, r.floor as floor_, r.kind as kind
                from Room r join Building b on b.id = r.buildingId where r.schoolId = :school and r.closedOn is null and r.leftOn is null order by b.nameKey, b.id, r.nameKey, r.id""")
                .set("school", schoolId).list());
    }

    /** The buildings of a school, also those without a room yet. */
    public List<BuildingOption> buildings(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        return orNotFound(schoolId, Ask.of(em, BuildingOption.class,
                "select b.id as id, b.name as name from Building b where b.schoolId = :school order by b.nameKey, b.id").set("school", schoolId).list());
    }

    /** What a school has; nothing is had by one that there is, and one that there is not has no list. */
    private <T> List<T> orNotFound(long schoolId, List<T> rows) {
        if (rows.isEmpty()) {
            mustBeThere(schoolId);
        }
        return rows;
    }

    /**
     * Tells a school that has nothing from one that there is not.
     *
     * @throws NotFound if there is no such school
     */
    @Unguarded("Inner door: the caller has asked the guard for what it looked for at this school.")
    public void mustBeThere(long schoolId) {
        if (Ask.of(em, Long.class, "select s.id as id from School s where s.id = :school").set("school", schoolId).one().isEmpty()) {
            throw new NotFound("School", schoolId);
        }
    }

    /**
     * Refuses what only schools have for another place.
     *
     * @throws NotFound if there is no such school
     * @throws Refused  {@code place.no_school} with the name of the place
     */
    @Unguarded("Inner door: the caller has asked the guard for what it does at this school.")
    public void mustBeSchool(long schoolId) {
        Named found = named(schoolId);
        if (found.place().other()) {
            throw new Refused("place.no_school", found.name());
        }
    }

    /**
     * Refuses new work at a place that is not looked after any more.
     *
     * @throws NotFound if there is no such school
     * @throws Refused  {@code place.ended} with the name of the place
     */
    @Unguarded("Inner door: the caller has asked the guard for what it does at this school.")
    public void mustBeLookedAfter(long schoolId) {
        Named found = named(schoolId);
        if (found.endedOn() != null) {
            throw new Refused("place.ended", found.name());
        }
    }

    private Named named(long schoolId) {
        return Ask.of(em, Named.class, "select s.name as name, s.place as place, s.endedOn as endedOn from School s where s.id = :school").set("school", schoolId).one()
                .orElseThrow(() -> new NotFound("School", schoolId));
    }

    private record Named(String name, PlaceKind place, LocalDate endedOn) {
    }

    /**
     * Tells an authority that has nothing from one that there is not.
     *
     * @throws NotFound if there is no such authority
     */
    @Unguarded("Inner door: the caller has asked the guard for what it looked for at this authority.")
    public void authorityMustBeThere(long authorityId) {
        if (Ask.of(em, Long.class, "select a.id as id from Authority a where a.id = :authority").set("authority", authorityId).one().isEmpty()) {
            throw new NotFound("Authority", authorityId);
        }
    }

    /**
     * A room, for the use cases of other modules.
     *
     * @throws NotFound if there is no such room
     */
    @Unguarded("Inner door: the caller compares the room's school with the school for which it has asked the guard.")
    public RoomRef room(long roomId) {
        return Ask.of(em, RoomRef.class, """
                select r.id as id, r.schoolId as schoolId, r.name as name, b.name as building, s.name as school, coalesce(r.closedOn, s.endedOn) as closedOn
                from Room r join Building b on b.id = r.buildingId join School s on s.id = r.schoolId where r.id = :id""")
                .set("id", roomId).one().orElseThrow(() -> new NotFound("Room", roomId));
    }

    /**
     * The schools for which the asker has the permission, to choose from, by name; and other places, if the permission is for something that these have too.
     *
     * @param text part of the name, beginning of the town or the official number; null for all
     */
    public Page<Option> options(Permission permission, String text, PageRequest page) {
        Scope scope = guard.visibleSchools(permission);
        boolean asked = Like.asked(text);
        String where = " from School s where" + scope.school("s") + also(permission) + (asked ? " and (s.name like :any escape '!' or s.city like :start escape '!'"
                + " or s.officialNo like :start escape '!')" : "");
        Ask<Option> rows = scope.bind(Ask.of(em, Option.class, "select s.id, s.name, s.city" + where + " order by s.name, s.id"));
        Ask<Long> total = scope.bind(Ask.of(em, Long.class, "select count(s)" + where));
        if (asked) {
            rows.set("any", Like.anywhere(text)).set("start", Like.beginning(text));
            total.set("any", Like.anywhere(text)).set("start", Like.beginning(text));
        }
        return rows.page(page, total);
    }

    /**
     * The school that a page is about: the one that its address names, else the first for which the asker has the permission.
     *
     * @param asked id that the address names, null for none
     * @throws NotFound for a school for which the asker has the permission not, and where there is none at all
     */
    public Picked pick(Permission permission, Long asked) {
        Page<Option> own = options(permission, null, new PageRequest(1, 1, null));
        Option one = asked == null ? own.rows().stream().findFirst().orElse(null) : option(permission, asked).orElse(null);
        if (one == null) {
            throw new NotFound("School", asked == null ? Long.valueOf(-1) : asked);
        }
        return new Picked(one, own.total() > 1);
    }

    /** All schools for which the asker has the permission, by name, read in pages; at most {@value #MOST_OPTIONS}. */
    public Page<Option> all(Permission permission) {
        List<Option> found = new ArrayList<>();
        long total;
        int number = 1;
        do {
            Page<Option> page = options(permission, null, new PageRequest(number++, OPTIONS_AT_ONCE, null));
            found.addAll(page.rows());
            total = page.rows().isEmpty() ? found.size() : page.total();
        } while (found.size() < total && found.size() < MOST_OPTIONS);
        return new Page<>(found, total, 1, Math.max(1, found.size()));
    }

    /** The school to choose, if the asker has the permission for it. */
    public Optional<Option> option(Permission permission, Long id) {
        Scope scope = guard.visibleSchools(permission);
        return id == null ? Optional.empty() : scope.bind(Ask.of(em, Option.class, "select s.id, s.name, s.city from School s where s.id = :id and"
                + scope.school("s") + also(permission))).set("id", id).one();
    }

    private static String also(Permission permission) {
        return PLACES.contains(permission) ? " and s.endedOn is null" : " and s.isSchool = true";
    }

    /** All school authorities of this installation. */
    @Unguarded("Who runs schools is public; the names are needed to choose from.")
    public List<AuthorityOption> authorities() {
        return Ask.of(em, AuthorityOption.class, "select a.id as id, a.name as name from Authority a order by a.name").list();
    }

    private Set<SchoolAction> actions(View school) {
        Set<SchoolAction> actions = EnumSet.noneOf(SchoolAction.class);
        boolean other = school.place().other();
        if (other && guard.mayAuthority(ROOM_EDIT, school.authorityId())) {
            actions.add(SchoolAction.CHANGE);
            actions.add(school.endedOn() == null ? SchoolAction.END : SchoolAction.REOPEN);
        }
        if (!other && guard.may(SCHOOL_EDIT, school.id())) {
            actions.add(SchoolAction.CHANGE);
        }
        if (school.endedOn() == null && guard.may(ROOM_EDIT, school.id())) {
            actions.add(SchoolAction.ADD_BUILDING);
            actions.add(SchoolAction.ADD_ROOM);
        }
        return actions;
    }

    /** A school authority to choose. */
    public record AuthorityOption(Long id, String name) {
    }

    /** A building to choose. */
    public record BuildingOption(Long id, String name) {
    }

    /** A room to choose, or a line of a school's rooms. */
    public record RoomOption(Long id, String name, String building, String floor, RoomKind kind) {
    }

    /** A school to choose. */
    public record Option(Long id, String name, String city) {
    }

    /**
     * The school that a page is about.
     *
     * @param several true if the asker may choose another one
     */
    public record Picked(Option school, boolean several) {
    }

    /** A room as other modules need it; the last is since when it is not used any more, null while it is. */
    public record RoomRef(Long id, Long schoolId, String name, String building, String school, LocalDate closedOn) {
        /** Refuses {@code room.closed} a room that is not used any more. Asked after the school, so that a foreign room is not named. */
        public void mustBeUsed() {
            if (closedOn != null) {
                throw new Refused("room.closed", name);
            }
        }
    }

    /** A school in the list of schools; authority is null for a school that no authority of this installation runs. */
    public record Row(Long id, String stateCode, String officialNo, String name, SchoolType type, String street,
            String postcode, String city, String phone, Integer pupils, String authority) {
    }

    /**
     * One school whole, as far as this module knows it.
     *
     * @param place    what it is: a school, or another place
     * @param endedOn  since when another place is not looked after any more, null while it is
     * @param rooms    how many rooms it has
     * @param actions  what the asker may do now
     * @param timeline what happened to it, newest first
     */
    public record View(Long id, Long authorityId, String authority, String stateCode, String officialNo, String name,
            SchoolType type, String street, String postcode, String city, BigDecimal latitude, BigDecimal longitude,
            String phone, Integer pupils, Integer version, PlaceKind place, LocalDate endedOn, Long rooms, Set<SchoolAction> actions, List<HistoryEntry> timeline) {

        /** Street, postcode and town in one line; what is unknown is left out. */
        public String address() {
            String place = ((postcode == null ? "" : postcode) + " " + (city == null ? "" : city)).strip();
            return street == null ? place : place.isEmpty() ? street : street + ", " + place;
        }

        View with(Function<View, Set<SchoolAction>> now, List<HistoryEntry> entries) {
            return new View(id, authorityId, authority, stateCode, officialNo, name, type, street, postcode, city,
                    latitude, longitude, phone, pupils, version, place, endedOn, rooms, now.apply(this), entries);
        }
    }
}
