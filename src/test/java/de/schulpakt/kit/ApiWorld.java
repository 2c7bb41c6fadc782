package de.schulpakt.kit;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An authority of its own with two schools, its people, a programme, positions and a catalogue, all made over the API by
 * those who may: so that a test of the server knows every amount to the cent, whatever else the installation holds.
 */
public final class ApiWorld {
    /** Gross price of the access point in cents. */
    public static final long ACCESS_POINT = 50_000;
    /** Gross price of a tablet in cents. */
    public static final long TABLET = 40_000;
    /** The password of everybody in it. */
    public static final String PASSWORD = "test-password";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Words that make names unlike those of other worlds. */
    public final String mark = "W" + COUNT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    /** Administrator of the installation. */
    public final Api admin = Api.as("verwaltung", "schulpakt");
    /** Funding officer of all authorities: writes programmes, rules and the catalogue. */
    public final Api chief;
    /** Funding officer of the authority. */
    public final Api officer;
    /** Second funding officer of the authority: decides what the first applied for, receives what the first has ordered. */
    public final Api deputy;
    /** Technician. */
    public final Api technician;
    /** Administrator of {@link #school}. */
    public final Api school1;
    /** Administrator of {@link #otherSchool}. */
    public final Api school2;
    /** Auditor of the authority. */
    public final Api auditor;
    /** The authority. */
    public final long authority;
    /** The school that asks. */
    public final long school;
    /** The school that must see nothing of it. */
    public final long otherSchool;
    /** A room of {@link #school}. */
    public final long room;
    /** A room of {@link #otherSchool}. */
    public final long otherRoom;
    /** Supplier of both items. */
    public long supplier;
    /** Item of the access point. */
    public long accessPoint;
    /** Item of the tablet. */
    public long tablet;
    /** The programme. */
    public long programme;
    /** The application with its decision. */
    public long application;

    private ApiWorld() {
        authority = admin.create("authorities", Map.of("name", "Stadt " + mark));
        school = school("Gymnasium ");
        otherSchool = school("Grundschule ");
        room = room(school);
        otherRoom = room(otherSchool);
        chief = user("FUNDING_OFFICER", null, null);
        officer = user("FUNDING_OFFICER", authority, null);
        deputy = user("FUNDING_OFFICER", authority, null, login("FUNDING_OFFICER", authority, null) + "-2");
        auditor = user("AUDITOR", authority, null);
        technician = user("TECHNICIAN", authority, null);
        school1 = user("SCHOOL_ADMIN", null, school);
        school2 = user("SCHOOL_ADMIN", null, otherSchool);
    }

    /** Schools, rooms and people, no money. */
    public static ApiWorld people() {
        return new ApiWorld();
    }

    /** All of it: so much is approved for WLAN and for mobile devices of {@link #school}. */
    public static ApiWorld withMoney(long wlanCents, long mobileCents) {
        ApiWorld world = new ApiWorld();
        world.programme();
        world.application(wlanCents, mobileCents);
        world.decide();
        world.catalogue();
        return world;
    }

    /** The chief writes a programme with its rules and the ceiling: 90 % of 10,000 EUR. */
    public void programme() {
        programme = chief.create("programmes", Map.of("code", mark, "name", "Programm " + mark, "startsOn", "2025-01-01",
                "endsOn", "2090-12-31"));
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("OWN_SHARE_BP", "1000");
        rules.put("CATEGORY_ALLOWED", "YES");
        rules.put("BINDING_YEARS", "5");
        rules.put("BINDING_START", "COMMISSIONING");
        rules.put("BINDING_MODE", "EXACT_DATE");
        rules.put("DIRECT_AWARD_LIMIT", "1000000");
        rules.forEach((kind, value) -> chief.act("programmes/" + programme + "/rules", Map.of("kind", kind, "value", value,
                "validFrom", "2025-01-01", "source", "Test", "verified", false)));
        officer.request().contentType("application/json").body(Map.of("ceilingCents", 900_000, "source", "Test", "verified", false))
                .put("programmes/" + programme + "/ceilings/" + authority).then().statusCode(200);
    }

    /** The officer applies for {@link #school}: position 1 WLAN, position 2 mobile devices. */
    public void application(long wlanCents, long mobileCents) {
        application = officer.create("applications", Map.of("programmeId", programme, "authorityId", authority, "title", mark));
        String path = "applications/" + application;
        JsonPath view = officer.act(path + "/annexes", Map.of("version", officer.version(path), "schoolId", school,
                "conceptReceivedOn", "2026-01-15")).jsonPath();
        long annex = view.getLong("annexes[0].id");
        view = officer.act(path + "/positions", Map.of("version", view.getInt("version"), "annexId", annex, "category", "WLAN",
                "description", "WLAN", "appliedCents", wlanCents)).jsonPath();
        officer.act(path + "/positions", Map.of("version", view.getInt("version"), "annexId", annex, "category", "MOBILE_DEVICE",
                "description", "Tablets", "appliedCents", mobileCents));
    }

    /** The officer submits, and the deputy records that all of it is approved. */
    public void decide() {
        String path = "applications/" + application;
        JsonPath view = officer.act(path + "/submit", Map.of("version", officer.version(path))).jsonPath();
        List<Map<String, Object>> approved = new ArrayList<>();
        for (Map<String, Object> position : view.<Map<String, Object>>getList("annexes.positions.flatten()")) {
            approved.add(Map.of("positionId", position.get("id"), "approvedCents", position.get("appliedCents")));
        }
        deputy.act(path + "/decide", Map.of("version", view.getInt("version"), "reference", "B-" + mark, "decidedOn",
                LocalDate.now(ZoneId.of("Europe/Berlin")).toString(), "periodFrom", "2026-01-01", "periodTo", "2090-12-31", "positions", approved));
    }

    /** The chief offers an access point and a tablet of one supplier. */
    public void catalogue() {
        supplier = chief.create("catalogue/suppliers", Map.of("name", "Handel " + mark));
        accessPoint = item("ACCESS_POINT", true, "WLAN", ACCESS_POINT);
        tablet = item("TABLET", false, "MOBILE_DEVICE", TABLET);
    }

    /** The school begins a request: so many access points and tablets. */
    public long draft(int accessPoints, int tablets) {
        List<Map<String, Object>> lines = new ArrayList<>();
        if (accessPoints > 0) {
            lines.add(Map.of("itemId", accessPoint, "roomId", room, "quantity", accessPoints));
        }
        if (tablets > 0) {
            lines.add(Map.of("itemId", tablet, "roomId", room, "quantity", tablets));
        }
        return school1.create("requests", Map.of("schoolId", school, "title", "Bedarf " + mark, "reason", "Unterricht", "lines", lines));
    }

    /** The school hands a request in. */
    public long submitted(int accessPoints, int tablets) {
        long request = draft(accessPoints, tablets);
        school1.act("requests/" + request + "/submit", Map.of("version", school1.version("requests/" + request)));
        return request;
    }

    /** allotted, reserved, committed, spent and free cents of the school's budget of a category. */
    public List<Long> money(String category) {
        JsonPath budgets = officer.read("budgets?school=" + school + "&category=" + category).jsonPath();
        List<Long> amounts = new ArrayList<>();
        for (String balance : List.of("allotted", "reserved", "committed", "spent", "available")) {
            amounts.add(budgets.getLong("rows[0]." + balance + "Cents"));
        }
        return amounts;
    }

    /** Id of the school's budget of a category. */
    public long budget(String category) {
        return officer.read("budgets?school=" + school + "&category=" + category).jsonPath().getLong("rows[0].id");
    }

    private long item(String kind, boolean network, String category, long cents) {
        long model = chief.create("device-models", Map.of("maker", "Werk", "name", kind + " " + mark, "kind", kind, "needsNetwork", network));
        return chief.create("catalogue", Map.of("modelId", model, "supplierId", supplier, "name", kind + " " + mark,
                "category", category, "priceCents", cents, "vatBp", 1900));
    }

    private long school(String name) {
        return admin.create("schools", Map.of("authorityId", authority, "stateCode", "RP", "officialNo",
                (name.charAt(1) + mark).substring(0, Math.min(20, mark.length() + 1)), "name", name + mark, "type", "GYMNASIUM"));
    }

    private long room(long of) {
        long building = admin.create("schools/" + of + "/buildings", Map.of("name", "Altbau"));
        return admin.create("schools/" + of + "/rooms", Map.of("buildingId", building, "name", "101", "kind", "CLASSROOM"));
    }

    /** The login of who has this role at this authority or school. */
    public String login(String role, Long of, Long only) {
        return (role + of + only + mark).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "");
    }

    /** The officer of the demo confirms what the administrator has given. */
    private static void confirmRoles(String login) {
        Api second = Api.as("foerderung", "schulpakt");
        List<Map<String, Object>> waiting = second.read("pending-roles").jsonPath().getList("$");
        waiting.stream().filter(w -> login.equals(w.get("login")))
                .forEach(w -> second.request().contentType("application/json").post("pending-roles/" + w.get("id") + "/confirm").then().statusCode(204));
    }

    private Api user(String role, Long of, Long only) {
        return user(role, of, only, login(role, of, only));
    }

    private Api user(String role, Long of, Long only, String login) {
        Map<String, Object> user = new LinkedHashMap<>(Map.of("login", login, "name", role, "role", role));
        user.put("authorityId", of);
        user.put("schoolId", only);
        user.values().removeIf(v -> v == null);
        Api.setsPassword(admin.send("users", user), PASSWORD);
        confirmRoles(login);
        return Api.as(login, PASSWORD);
    }
}
