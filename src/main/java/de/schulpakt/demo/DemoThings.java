package de.schulpakt.demo;

import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.install.reimage.Reimaging;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.booking.SetMoveQueries;
import de.schulpakt.inventory.booking.SetMoves;
import de.schulpakt.inventory.claim.Claims;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.door.Doors;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.inventory.field.OwnFields;
import de.schulpakt.inventory.field.OwnValues;
import de.schulpakt.inventory.incident.IncidentKind;
import de.schulpakt.inventory.incident.IncidentPayer;
import de.schulpakt.inventory.incident.IncidentQueries;
import de.schulpakt.inventory.incident.Incidents;
import de.schulpakt.inventory.loan.LoanList;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.pool.OfferList;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.inventory.secret.Secrets;
import de.schulpakt.inventory.sight.Sights;
import de.schulpakt.inventory.stocktake.StocktakeList;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.inventory.tag.TagQueries;
import de.schulpakt.inventory.tag.TagRolls;
import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.inventory.terms.TermsQueries;
import de.schulpakt.inventory.value.Values;
import de.schulpakt.paper.label.LabelJobs;
import de.schulpakt.platform.list.ListView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What happens to devices of the demo after they were bought. */
@ApplicationScoped
class DemoThings {
    private static final int DAYS_OPEN = 60;
    private static final int TO_SUMMER = 60;

    @Inject
    DeviceList devices;
    @Inject
    Offers offers;
    @Inject
    OfferList offerList;
    @Inject
    Loans loans;
    @Inject
    Pool pool;
    @Inject
    Bookings bookings;
    @Inject
    BookingQueries bookingQueries;
    @Inject
    SetMoves setMoves;
    @Inject
    SetMoveQueries setMoveQueries;
    @Inject
    Reimaging reimaging;
    @Inject
    Secrets secrets;
    @Inject
    Sights sights;
    @Inject
    Doors doors;
    @Inject
    LoanList loanList;
    @Inject
    LoanQueries loanQueries;
    @Inject
    Terms terms;
    @Inject
    TermsQueries termsQueries;
    @Inject
    Claims claims;
    @Inject
    Stocktakes stocktakes;
    @Inject
    StocktakeList counts;
    @Inject
    Incidents incidents;
    @Inject
    IncidentQueries incidentQueries;
    @Inject
    TagRolls rolls;
    @Inject
    TagQueries tagQueries;
    @Inject
    LabelJobs labelJobs;
    @Inject
    OwnFields fields;
    @Inject
    OwnValues values;
    @Inject
    Values worth;
    @Inject
    Swaps swaps;
    @Inject
    Asks asks;
    @Inject
    DeviceQueries deviceQueries;

    /** A roll of tags, another one that was lost, and labels of all devices of a school that the background makes; answers the number of the first. */
    String tags(Long authority, Long school) {
        Long lost = rolls.make(new TagRolls.Make(authority, 50, null));
        rolls.end(lost, new TagRolls.Why(tagQueries.view(lost).version(), "Beim Umzug der Stelle verloren gegangen."));
        labelJobs.start(Map.of("of", List.of("devices"), "school", List.of(String.valueOf(school))), false);
        return tagQueries.view(rolls.make(new TagRolls.Make(authority, 200, "Für die nächste Lieferung Tablets"))).no();
    }

    /** Three cases: what an insurer looks at, what was paid, and a theft that nobody pays for yet. */
    void broken(Long school, ModelKind kind, LocalDate day) {
        List<DeviceQueries.Row> rows = of(school, kind, DeviceState.IN_SERVICE);
        incidents.record(new Incidents.Record(rows.get(3).id(), new Incidents.Facts(IncidentKind.DAMAGE, day, "Beim Transport des Koffers ist das Display gesprungen.", null,
                "Kommunalversicherung", "S-2026-4711", IncidentPayer.INSURER, 189_00L)));
        Long paid = incidents.record(new Incidents.Record(rows.get(4).id(), new Incidents.Facts(IncidentKind.DAMAGE, day, "Der Ladeanschluss war von Anfang an locker.", null, null,
                null, IncidentPayer.SUPPLIER, 65_00L)));
        incidents.close(paid, new Incidents.Close(incidentQueries.view(paid).version(), 65_00L, "Kostenlos getauscht."));
        incidents.record(new Incidents.Record(rows.get(5).id(), new Incidents.Facts(IncidentKind.THEFT, day, "Fehlt nach dem Einbruch in den Nebenraum.", "KO-2026-118823",
                "Kommunalversicherung", null, null, null)));
    }

    /** The school sticks two of them on. */
    void stick(String roll, Long school, ModelKind kind) {
        List<Long> on = of(school, kind, DeviceState.IN_SERVICE).stream().limit(2).map(DeviceQueries.Row::id).toList();
        for (int i = 0; i < on.size(); i++) {
            rolls.bind(new TagRolls.Bind(roll + "-000" + (i + 1), on.get(i)));
        }
    }

    /** A school offers some devices that are not in use. */
    void offer(Long school, ModelKind kind, int most, String reason) {
        offers.offer(new Offers.Open(of(school, kind, DeviceState.IN_STOCK).stream().map(DeviceQueries.Row::id).limit(most).toList(), reason));
    }

    /** A device is broken, and another one of the school comes in its place. */
    void swap(Long school, ModelKind kind, String reason) {
        List<DeviceQueries.Row> free = of(school, kind, DeviceState.IN_SERVICE).stream().filter(d -> !Boolean.TRUE.equals(d.lent())).toList();
        DeviceQueries.Row broken = free.get(free.size() - 1);
        swaps.swap(new Swaps.Swap(deviceQueries.view(broken.id()).version(), broken.id(), free.get(free.size() - 2).id(), Swaps.Goes.TO_REPAIR, reason));
    }

    /** A school asks for what is offered last. */
    void ask(Long school, String words) {
        offers.ask(offerList.page(ListView.all()).rows().get(0).id(), new Offers.Wish(school, words));
    }

    /** A teacher borrows a device. */
    void lend(Long school, ModelKind kind, LocalDate due) {
        loans.handOut(new Loans.HandOut(List.of(of(school, kind, DeviceState.IN_SERVICE).get(0).id()), Loans.BorrowerKind.TEACHER, "Petra Beispiel", null,
                null, false, null, true, Loans.LoanCondition.SOUND, "Netzteil", due));
    }

    /** The terms of an authority, and what damage costs. */
    void terms(Long authority, LocalDate day) {
        terms.publish(new Terms.Publish(authority, """
                Das Gerät gehört dem Schulträger und wird für den Unterricht geliehen.
                Es wird pfleglich behandelt und nicht weitergegeben.
                Schäden und Verlust sind der Schule sofort zu melden.
                Wer einen Schaden verschuldet, zahlt nach der Preisliste des Schulträgers.""", day));
        terms.addPrice(new Terms.AddPrice(authority, "Bildschirm ersetzt", 14_900L));
        terms.addPrice(new Terms.AddPrice(authority, "Netzteil fehlt", 2_500L));
    }

    /** Two pupils borrow devices; one brings a damaged one back, which is claimed. */
    void pupils(Long school, ModelKind kind, LocalDate due) {
        List<Long> ids = of(school, kind, DeviceState.IN_SERVICE).stream().map(DeviceQueries.Row::id).limit(3).toList();
        loans.handOut(new Loans.HandOut(ids.subList(0, 1), Loans.BorrowerKind.PUPIL, "Mia Beispiel", "8a", "0261 0000000", true, "Jana Beispiel", true,
                Loans.LoanCondition.SOUND, "Stift, Hülle", due));
        Long broken = loans.handOut(new Loans.HandOut(ids.subList(1, 3), Loans.BorrowerKind.PUPIL, "Ben Muster", "8a", null, true, "Kai Muster", true,
                Loans.LoanCondition.SOUND, "Hülle", due)).get(0);
        loans.takeBack(broken, new Loans.TakeBack(loanQueries.view(broken).version(), Loans.LoanCondition.DAMAGED, null, "Bildschirm gesprungen"));
        Long price = termsQueries.prices(loanQueries.view(broken).authorityId()).get(0).id();
        claims.claim(new Claims.Open(broken, Claims.ClaimKind.DAMAGE, price, null, null, "Das Gerät ist im Bus heruntergefallen.", due.plusDays(30)));
    }

    /** Some devices are for lending as a class set, and two of them are kept for a class. */
    void pool(Long school, ModelKind kind, LocalDate from) {
        List<DeviceQueries.Row> rows = of(school, kind, DeviceState.IN_SERVICE).stream().filter(d -> !d.lent()).limit(4).toList();
        Long set = pool.makeSet(new Pool.MakeSet(school, "Leihkoffer 1"));
        pool.join(new Pool.Join(rows.stream().map(DeviceQueries.Row::id).toList(), set));
        Long model = bookingQueries.models(school).get(0).id();
        bookings.book(new Bookings.Book(school, model, 2, from, from.plusDays(4), Loans.BorrowerKind.CLASS, "Klasse 9c, Projektwoche", "9c"));
    }

    /** The class set goes to a class; in summer it goes to another room, and what comes back then is set up anew. */
    void turn(Long school, Long room, LocalDate summer) {
        Long set = bookingQueries.sets(school).get(0).id();
        Long now = setMoves.plan(new SetMoves.Plan(set, summer.minusDays(TO_SUMMER), null, "9c", "Fachschaft Informatik"));
        setMoves.carryOut(now, new SetMoves.Step(setMoveQueries.ofSchool(school).moves().get(0).version(), null));
        setMoves.plan(new SetMoves.Plan(set, summer, room, "9a", null));
        reimaging.plan(new Reimaging.Plan(school, "RE_IMAGE", summer, summer.plusDays(TO_SUMMER), 10));
    }

    /** A technician keeps the password of a device. */
    void secret(Long school, ModelKind kind) {
        secrets.keep(of(school, kind, DeviceState.IN_SERVICE).get(0).id(), new Secrets.Keep(Secrets.SecretKind.ADMIN, "Beispiel-4711"));
    }

    /** Device management has seen some devices long ago, one never, one elsewhere. */
    void seen(Long school, ModelKind kind, LocalDate today, Long elsewhere) {
        List<Long> ids = of(school, kind, DeviceState.IN_SERVICE).stream().map(DeviceQueries.Row::id).limit(6).toList();
        sights.record(new Sights.Record(List.of(new Sights.Seen(ids.get(0), today.minusDays(90), today.minusDays(70), "iPadOS 17.5", true, school),
                new Sights.Seen(ids.get(1), today.minusDays(90), null, null, true, school),
                new Sights.Seen(ids.get(2), today.minusDays(80), today.minusDays(1), "iPadOS 18.1", true, elsewhere),
                new Sights.Seen(ids.get(3), today.minusDays(80), today, "iPadOS 18.1", true, school))));
    }

    /** Who has borrowed the first thing of a school gets a link for home, and writes by it. */
    void home(Long school, LocalDate until) {
        Long loan = loanList.page(ListView.all().with("school", school)).rows().get(0).id();
        Long sheet = loanQueries.view(loan).sheets().get(0).id();
        Doors.Made made = doors.makeLink(sheet, new Doors.MakeLink(until));
        doors.reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.RETURN, "Wir ziehen um. Passt Freitag nach der sechsten Stunde?"), null);
    }

    /** Somebody without an account asks the school for a device. */
    void wanted(Long school, LocalDate from) {
        Asks.Made made = asks.invite(school, new Asks.Invite(from.plusDays(DAYS_OPEN)));
        asks.ask(made.secret(), made.code(), new Asks.Ask(Loans.BorrowerKind.PUPIL, "Lena Beispiel", "6b", "0261 0000001", "Tom Beispiel", null, from, from.plusDays(14),
                "Unser Gerät zu Hause ist in Reparatur."));
        asks.ask(made.secret(), made.code(), new Asks.Ask(Loans.BorrowerKind.TEACHER, "Nils Muster", null, "Lehrerzimmer", null, null, from, from.plusDays(3), null));
    }

    /** A room is counted; the last devices are still to be found. */
    void count(Long school, Long room, int found) {
        Long stocktake = stocktakes.open(new Stocktakes.Open(school, "Inventur Klassensatz", room, null, null));
        devices.page(ListView.all().with("room", room).with("size", 200)).rows().stream().limit(found)
                .forEach(device -> stocktakes.scan(stocktake, new Stocktakes.Scan(device.inventoryNo(), room, false)));
    }

    /** Somebody else has seen the first device of the room elsewhere; nobody has decided yet. */
    void dispute(Long school, Long room, Long elsewhere) {
        Long stocktake = counts.page(ListView.all()).rows().stream().filter(row -> row.schoolId().equals(school)).findFirst().orElseThrow().id();
        devices.page(ListView.all().with("room", room).with("size", 1)).rows()
                .forEach(device -> stocktakes.scan(stocktake, new Stocktakes.Scan(device.inventoryNo(), elsewhere, false)));
    }

    /** An administrator adds a field to the devices of a kind; answers its id. */
    Long field(ModelKind kind, String label, FieldType type, String help) {
        return fields.create(new OwnFields.Create(kind, label, type, null, help));
    }

    /** What a field says of all devices of a kind that a school uses. */
    void fill(Long school, ModelKind kind, Long field, String value) {
        values.fillMany(new OwnValues.Many(of(school, kind, DeviceState.IN_SERVICE).stream().map(DeviceQueries.Row::id).toList(), field, value));
    }

    /** What the devices of an authority are worth in a year. */
    void worth(Long authority, int year) {
        worth.make(new Values.Make(authority, year));
    }

    private List<DeviceQueries.Row> of(Long school, ModelKind kind, DeviceState state) {
        return devices.page(ListView.all().with("school", school).with("kind", kind).with("state", state).with("size", 200)).rows();
    }
}
