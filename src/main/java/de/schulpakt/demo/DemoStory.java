package de.schulpakt.demo;

import static de.schulpakt.funding.programme.Category.DISPLAY;
import static de.schulpakt.funding.programme.Category.LAN;
import static de.schulpakt.funding.programme.Category.MOBILE_DEVICE;
import static de.schulpakt.funding.programme.Category.WLAN;
import static de.schulpakt.funding.programme.Category.WORK_DEVICE;
import static de.schulpakt.inventory.device.ModelKind.ACCESS_POINT;
import static de.schulpakt.inventory.device.ModelKind.DESKTOP;
import static de.schulpakt.inventory.device.ModelKind.SWITCH;
import static de.schulpakt.inventory.device.ModelKind.TABLET;

import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.revision.RevisionKind;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.Users;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.school.place.RoomKind;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells the story: two months of a school authority, up to this morning. */
@UseCases
public class DemoStory {
    private static final String OFFICER = "foerderung";
    /** Confirms and decides what the officer has set and applied for. */
    private static final String DEPUTY = "vertretung";
    private static final String TECHNICIAN = "technik";
    private static final String GOERRES = "schule";
    private static final String PFAFFENDORF = "schule.pfaffendorf";
    private static final String CARL_BENZ = "schule.carlbenz";
    private static final String HILDA = "schule.hilda";
    private static final String MAX_VON_LAUE = "schule.laue";
    private static final String ADMIN = "verwaltung";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    SignIn signIn;
    @Inject
    Users users;
    @Inject
    DemoPlaces places;
    @Inject
    DemoFunding funding;
    @Inject
    DemoVersions versions;
    @Inject
    DemoBuying buying;
    @Inject
    DemoWork work;
    @Inject
    DemoThings things;
    @Inject
    DemoNetwork network;
    @Inject
    DemoAwards awards;
    @Inject
    DemoTalk talk;
    private LocalDate today;
    private Long goerres;
    private Long pfaffendorf;
    private Long carlBenz;
    private Long hilda;
    private Long maxVonLaue;
    private Long paid;
    private Long townHall;

    /**
     * Loads the demo into an empty installation.
     *
     * @return false if there are schools already: then nothing happens
     */
    @Unguarded("It acts on behalf of the people of the demo, and each use case asks the guard for them.")
    public boolean tell() {
        if (!places.isEmpty()) {
            return false;
        }
        today = clock.today();
        Long authority = people();
        Long[] grant = money(authority);
        firstDeliveries();
        onTheWay();
        wholeSchools(grant[0], authority);
        today();
        waves(authority);
        waiting(grant[0], authority);
        settled(grant[1]);
        twoPeople(grant[0]);
        versions(grant[1]);
        proofs(grant[1]);
        keyDates(grant[0], authority);
        step(-1, 10, 0, "pruefung", () -> funding.sample(grant[1], 8));
        step(-1, 10, 30, OFFICER, () -> funding.goesOn(grant[1], today.getYear()));
        treasury(authority);
        things(authority);
        step(-6, 9, 30, ADMIN, () -> townHall = places.townHall(authority));
        step(-6, 10, 0, TECHNICIAN, () -> work.radio(townHall));
        said();
        return true;
    }

    private Long people() {
        Map<String, NamedCsvRecord> accounts = new HashMap<>();
        DemoTable.read("accounts.csv").forEach(row -> accounts.put(row.getField("login"), row));
        Long[] authority = new Long[1];
        clock.at(at(-120, 9, 0), () -> {
            NamedCsvRecord admin = accounts.get(ADMIN);
            users.createForDemo(new CreateUser(ADMIN, admin.getField("name"), null, Role.ADMIN, null, null), admin.getField("password"));
        });
        step(-120, 9, 10, ADMIN, () -> {
            authority[0] = places.create();
            funding.signer();
            goerres = places.school("Görres");
            pfaffendorf = places.school("Pfaffendorf");
            carlBenz = places.school("Carl-Benz");
            hilda = places.school("Hilda");
            maxVonLaue = places.school("Max-von-Laue");
            String password = accounts.get(ADMIN).getField("password");
            user(accounts, OFFICER, null, null);
            user(accounts, DEPUTY, null, null);
            user(accounts, "pruefung", authority[0], null);
            user(accounts, TECHNICIAN, null, null);
            user(accounts, GOERRES, null, goerres);
            users.createForDemo(new CreateUser(PFAFFENDORF, "Sekretariat Grundschule Pfaffendorf", null, Role.SCHOOL_ADMIN, null, pfaffendorf), password);
            users.createForDemo(new CreateUser(CARL_BENZ, "Sekretariat Carl-Benz-Schule", null, Role.SCHOOL_ADMIN, null, carlBenz), password);
            users.createForDemo(new CreateUser(HILDA, "Sekretariat Hilda-Gymnasium", null, Role.SCHOOL_ADMIN, null, hilda), password);
            users.createForDemo(new CreateUser(MAX_VON_LAUE, "Sekretariat Max-von-Laue-Gymnasium", null, Role.SCHOOL_ADMIN, null, maxVonLaue), password);
        });
        return authority[0];
    }

    private void user(Map<String, NamedCsvRecord> accounts, String login, Long authority, Long school) {
        NamedCsvRecord row = accounts.get(login);
        users.createForDemo(new CreateUser(login, row.getField("name"), null, Role.valueOf(row.getField("role")), authority, school),
                row.getField("password"));
    }

    private Long[] money(Long authority) {
        Long[] ids = new Long[2];
        step(-110, 10, 0, OFFICER, () -> {
            ids[0] = funding.programme(authority);
            buying.catalogue(today);
        });
        step(-109, 9, 0, DEPUTY, () -> funding.confirm(ids[0]));
        step(-95, 14, 0, OFFICER, () -> {
            ids[1] = funding.draft(ids[0], authority, "Dachantrag 2026, erste Stufe");
            LocalDate received = today.minusDays(100);
            funding.annex(ids[1], "Görres", received, null, Map.of(LAN, 62_000L, WLAN, 24_000L, MOBILE_DEVICE, 24_000L));
            funding.annex(ids[1], "Pfaffendorf", received, null, Map.of(WLAN, 3_000L, MOBILE_DEVICE, 9_000L));
            funding.annex(ids[1], "Carl-Benz", received, null, Map.of(DISPLAY, 6_200L, WORK_DEVICE, 48_000L));
            funding.annex(ids[1], "Güls", null, today.plusDays(3), Map.of(WLAN, 12_000L, DISPLAY, 18_000L));
            funding.annex(ids[1], "Max-von-Laue", received, null, Map.of(LAN, 85_000L, WLAN, 32_000L));
            funding.annex(ids[1], "Hilda", received, null, Map.of(WLAN, 28_000L, MOBILE_DEVICE, 22_000L));
        });
        step(-94, 9, 30, OFFICER, () -> funding.submit(ids[1]));
        step(-60, 11, 15, DEPUTY, () -> funding.approve(ids[1], "DP2-2026-0417", today.minusDays(62), today.minusDays(62),
                today.plusDays(402), "Güls", DISPLAY, 3_000));
        return ids;
    }

    /** Access points of the Görres-Gymnasium: asked for, ordered, delivered; one in service, one to accept, one held up. */
    private void firstDeliveries() {
        step(-55, 9, 0, TECHNICIAN, () -> network.tell(goerres, places.room(goerres, 5), List.of(places.room(goerres, 0)), today.plusDays(140)));
        step(-54, 9, 0, TECHNICIAN, () -> network.draw(goerres, places.room(goerres, 0)));
        step(-53, 9, 0, GOERRES, () -> network.times(goerres, today.plusDays(180)));
        Long[] request = new Long[1];
        Long[] order = new Long[1];
        step(-50, 8, 40, GOERRES, () -> request[0] = buying.submitted(goerres, "WLAN für den Altbau",
                "Im Altbau gibt es kein WLAN; die Klassensätze bleiben deshalb im Schrank.", buying.line(ACCESS_POINT, places.room(goerres, 0), 1),
                buying.line(ACCESS_POINT, places.room(goerres, 1), 1), buying.line(ACCESS_POINT, places.room(goerres, 2), 1),
                buying.line(ACCESS_POINT, places.room(goerres, 3), 1)));
        step(-48, 10, 5, OFFICER, () -> buying.approve(request[0], null));
        step(-47, 9, 0, OFFICER, () -> order[0] = buying.order(request[0], 21, null).get(0));
        step(-26, 13, 20, OFFICER, () -> buying.receive(order[0], 4, "CN0312KX"));
        step(-25, 8, 10, GOERRES, () -> buying.arrived(0, 0, null));
        step(-25, 10, 0, OFFICER, () -> buying.tooMuch(order[0], 1, "Ein Access Point mehr als bestellt; der Lieferant holt ihn ab."));
        step(-20, 10, 0, OFFICER, () -> buying.pay(order[0], 40_00));
        List<Long> opened = list(-25, () -> work.of(goerres));
        step(-24, 7, 30, TECHNICIAN, () -> {
            for (Long ticket : opened.subList(0, 3)) {
                work.take(ticket);
            }
            work.schedule(opened.get(0), at(-18, 8, 0), 90, "Hausmeister, 7 bis 13 Uhr", null);
            work.schedule(opened.get(1), at(-5, 9, 0), 60, "Hausmeister, 7 bis 13 Uhr", null);
        });
        step(-18, 8, 5, TECHNICIAN, () -> work.start(opened.get(0)));
        step(-18, 9, 20, TECHNICIAN, () -> work.measure(opened.get(0), "1.12-3", "EV2-SW1 / 14", "38.5", -58));
        step(-17, 11, 0, GOERRES, () -> work.accept(opened.get(0)));
        step(-17, 14, 0, TECHNICIAN, () -> work.close(opened.get(0)));
        step(-12, 10, 0, TECHNICIAN, () -> work.await(opened.get(2), "Hausmeister: Schlüssel für den Etagenverteiler fehlt"));
        step(-5, 9, 5, TECHNICIAN, () -> work.start(opened.get(1)));
        step(-5, 10, 10, TECHNICIAN, () -> work.measure(opened.get(1), "1.14-1", "EV2-SW1 / 15", "41.0", -61));
    }

    /** Tablets that have come in part, and displays that come tomorrow. */
    private void onTheWay() {
        Long[] tablets = new Long[1];
        Long[] order = new Long[1];
        step(-30, 9, 15, GOERRES, () -> tablets[0] = buying.submitted(goerres, "Klassensatz Tablets für die 7. Stufe",
                "Ersatz für Geräte, die keine Aktualisierungen mehr bekommen.", buying.line(TABLET, places.room(goerres, 0), 16)));
        step(-28, 15, 0, OFFICER, () -> buying.approve(tablets[0], "Grenze für mobile Endgeräte geprüft."));
        step(-27, 9, 30, OFFICER, () -> order[0] = buying.order(tablets[0], 24, null).get(0));
        step(-6, 12, 0, OFFICER, () -> buying.receive(order[0], 10, "DMPX7K"));
        step(-5, 8, 20, GOERRES, () -> buying.arrived(0, 2, "Eines hat einen Sprung im Display, eines lädt nicht."));
        step(-5, 8, 30, GOERRES, () -> work.place(goerres, TABLET, places.room(goerres, 0), 8, true));
        step(-4, 14, 0, OFFICER, () -> {
            buying.back(order[0], "DMPX7K0009", "DMPX7K0311", "Das Display hatte bei der Lieferung einen Sprung; der Lieferant hat getauscht.");
            buying.back(order[0], "DMPX7K0010", null, "Lädt nicht; ist zur Prüfung an den Lieferanten zurückgegangen.");
        });
        Long[] displays = new Long[1];
        step(-21, 10, 0, CARL_BENZ, () -> displays[0] = buying.submitted(carlBenz, "Displays für die Fachräume",
                "Zwei Beamer sind ausgefallen.", buying.line(ModelKind.DISPLAY, places.room(carlBenz, 0), 2)));
        step(-20, 9, 0, OFFICER, () -> buying.approve(displays[0], null));
        step(-19, 9, 0, OFFICER, () -> buying.order(displays[0], 20, null));
        paid = order[0];
    }

    /** A supplier's account is entered and confirmed, a list of invoices goes to the treasury, what was spent to the finance system. */
    private void treasury(Long authority) {
        Long[] list = new Long[1];
        Long[] run = new Long[1];
        step(-3, 11, 0, OFFICER, () -> buying.bank(paid));
        step(-3, 14, 0, DEPUTY, () -> buying.confirmBank(paid));
        step(-1, 14, 0, OFFICER, () -> list[0] = buying.list(authority, today.plusDays(1)));
        step(-1, 15, 0, OFFICER, () -> run[0] = buying.export(authority, today.minusDays(1)));
        step(-1, 15, 20, OFFICER, () -> buying.booked(run[0], today.minusDays(1)));
        step(-1, 15, 30, OFFICER, buying::explain);
        step(-1, 15, 40, OFFICER, () -> buying.writeOff(authority));
        step(-1, 16, 0, DEPUTY, () -> buying.release(list[0]));
        step(-1, 16, 10, OFFICER, buying::types);
    }

    /** Larger steps: class sets that are in use, switches for a whole school on order, access points approved. */
    private void wholeSchools(Long programme, Long authority) {
        Long[] file = new Long[1];
        Long[] request = new Long[3];
        step(-44, 8, 20, HILDA, () -> request[0] = buying.submitted(hilda, "Zwei Klassensätze Tablets",
                "Für die Stufen 5 und 6; das WLAN steht seit dem Sommer.", buying.line(TABLET, places.room(hilda, 0), 22),
                buying.line(TABLET, places.room(hilda, 1), 22)));
        step(-42, 14, 30, OFFICER, () -> buying.approve(request[0], "Das WLAN der Schule ist abgenommen."));
        step(-41, 9, 0, OFFICER, () -> request[2] = buying.order(request[0], 20, "V-2026-17").get(0));
        step(-20, 11, 30, OFFICER, () -> buying.receive(request[2], 22, "DMPY2H"));
        step(-19, 8, 0, HILDA, () -> {
            work.place(hilda, TABLET, places.room(hilda, 0), 22, true);
            work.place(hilda, TABLET, places.room(hilda, 1), 22, true);
        });
        step(-22, 9, 0, MAX_VON_LAUE, () -> request[1] = buying.submitted(maxVonLaue, "Switches für alle Etagenverteiler",
                "Die Etagenverteiler im Ausweichgebäude sind leer.", buying.line(SWITCH, places.room(maxVonLaue, 0), 24)));
        step(-19, 10, 0, OFFICER, () -> buying.approve(request[1], null));
        step(-18, 9, 0, OFFICER, () -> {
            file[0] = awards.open(authority, programme, "24 Switches für die Etagenverteiler im Ausweichgebäude", LAN, 3_900_000, "Preise des Katalogs im Sommer");
            awards.ask(file[0], "Beispiel Netzwerktechnik GmbH", 3_829_800L);
            awards.ask(file[0], "Netzbau Mittelrhein GmbH", 3_951_000L);
            awards.ask(file[0], "Kabel und Funk Westerwald eG", null);
            awards.declined(file[0], "Keine Lieferung vor März möglich.");
            awards.propose(file[0], "Günstigstes Angebot; liefert im Dezember.");
        });
        step(-17, 9, 0, DEPUTY, () -> awards.decide(file[0]));
        step(-17, 10, 0, OFFICER, () -> buying.order(request[1], 26, null, file[0]));
        step(-12, 9, 0, OFFICER, () -> {
            Long given = awards.open(authority, programme, "Displays für zwei Grundschulen", DISPLAY, 1_450_000, "Angebot vom Vorjahr");
            awards.ask(given, "Vorlage Präsentationstechnik KG", null);
            awards.withdraw(given, "Die Schulen warten auf den Umbau im Sommer.");
        });
        step(-2, 10, 0, OFFICER, () -> {
            Long planned = awards.open(authority, programme, "Arbeitsplatzrechner für berufsbildende Schulen", WORK_DEVICE, 1_900_000, "Bedarf der Carl-Benz-Schule, Katalogpreis");
            awards.ask(planned, "Muster Bildungs-IT AG", 1_834_200L);
            awards.ask(planned, "Rechnerhaus Lahn GmbH", null);
        });
        step(-2, 11, 0, OFFICER, () -> {
            Long proposed = awards.open(authority, programme, "Klassensatz Tablets mit Ladewagen", MOBILE_DEVICE, 1_150_000, "Katalogpreis");
            awards.ask(proposed, "Muster Bildungs-IT AG", 1_104_500L);
            awards.ask(proposed, "Rechnerhaus Lahn GmbH", 1_139_000L);
            awards.ask(proposed, "Digital Schule Eifel GmbH", 1_172_300L);
            awards.propose(proposed, "Günstigstes Angebot, fünf Jahre Garantie.");
        });
        step(-13, 9, 0, MAX_VON_LAUE, () -> request[1] = buying.submitted(maxVonLaue, "WLAN im Ausweichgebäude",
                "40 Unterrichtsräume ohne Empfang.", buying.line(ACCESS_POINT, places.room(maxVonLaue, 1), 40)));
        step(-9, 10, 0, OFFICER, () -> buying.approve(request[1], "Bestellung zusammen mit den nächsten Schulen."));
    }

    /** Two visits at the primary school today, and a switch that nobody has taken yet. */
    private void today() {
        Long[] request = new Long[1];
        Long[] order = new Long[1];
        step(-33, 11, 0, PFAFFENDORF, () -> request[0] = buying.submitted(pfaffendorf, "WLAN für zwei Klassenräume",
                "Die Tablets der Schule sind bisher nur im Flur verbunden.", buying.line(ACCESS_POINT, places.room(pfaffendorf, 0), 1),
                buying.line(ACCESS_POINT, places.room(pfaffendorf, 1), 1)));
        step(-31, 16, 0, OFFICER, () -> buying.approve(request[0], null));
        step(-30, 8, 0, OFFICER, () -> order[0] = buying.order(request[0], 18, null).get(0));
        step(-9, 10, 0, OFFICER, () -> buying.receive(order[0], 2, "CN0318PF"));
        step(-8, 11, 0, OFFICER, () -> buying.repay(order[0], 3_000, "Der Klassenraum wird auch vom Hort genutzt; dieser Anteil ist nicht förderfähig."));
        List<Long> opened = list(-9, () -> work.of(pfaffendorf));
        step(-4, 8, 0, TECHNICIAN, () -> {
            opened.forEach(work::take);
            work.schedule(opened.get(0), at(0, 8, 30), 90, "Hausmeister, bis 13 Uhr", "Altbau, 1. OG; Leiter steht im Lager");
            work.schedule(opened.get(1), at(0, 11, 0), 60, "Sekretariat", null);
        });
        Long[] switches = new Long[1];
        step(-16, 9, 0, GOERRES, () -> switches[0] = buying.submitted(goerres, "Switch für den Etagenverteiler 2",
                "Alle Ports des alten Switches sind belegt.", buying.line(SWITCH, places.room(goerres, 1), 1)));
        step(-15, 9, 0, OFFICER, () -> buying.approve(switches[0], null));
        step(-14, 9, 0, OFFICER, () -> buying.receive(buying.order(switches[0], 12, null).get(0), 1, "SG2233AB"));
    }

    /** Work that was accepted with a defect, and a wave that has just begun. */
    private void waves(Long authority) {
        Long[] handedOut = new Long[1];
        step(-8, 13, 0, TECHNICIAN, () -> handedOut[0] = work.handOut(hilda, places.room(hilda, 0), "Tablets für die Klasse 7a"));
        step(-7, 10, 30, HILDA, () -> work.acceptWith(handedOut[0], today.plusDays(5), "Der Wagen lädt das unterste Fach nicht"));
        List<Long> atHilda = list(-7, () -> work.of(hilda));
        step(-6, 14, 0, TECHNICIAN, () -> work.schedule(atHilda.get(atHilda.size() - 1), at(5, 10, 0), 60, "Sekretariat", "Ersatzkabel mitnehmen"));
        Long[] room = new Long[1];
        step(-6, 14, 30, TECHNICIAN, () -> room[0] = work.stock(authority, atHilda.get(atHilda.size() - 1)));
        step(-6, 14, 45, OFFICER, () -> work.paid(room[0]));
        Long[] pens = new Long[2];
        step(-14, 10, 0, GOERRES, () -> pens[0] = buying.submitted(goerres, "Stifte für die Tablets", "Einer je Tisch im Kunstraum, zwei auf Vorrat bei der Technik.",
                buying.line(ModelKind.ACCESSORY, places.room(goerres, 2), 8)));
        step(-13, 9, 0, OFFICER, () -> buying.approve(pens[0], null));
        step(-13, 9, 30, OFFICER, () -> pens[1] = buying.order(pens[0], 7, null).get(0));
        step(-6, 14, 50, OFFICER, () -> buying.receive(pens[1], 6, "-"));
        step(-5, 9, 0, OFFICER, () -> buying.shelve(pens[1], room[0], 2));
        step(-6, 15, 0, TECHNICIAN, () -> work.know(hilda, places.room(hilda, 1)));
        step(-3, 14, 0, TECHNICIAN, () -> work.wave(authority, List.of(carlBenz), RoomKind.COMPUTER_ROOM, "Computerräume im Winter", today.plusDays(12)));
    }

    /** What the officer finds to decide, what the schools find to answer, and an application in the making. */
    private void waiting(Long programme, Long authority) {
        step(-8, 10, 20, PFAFFENDORF, () -> buying.submitted(pfaffendorf, "WLAN für den Anbau",
                "Vier Räume im Anbau sind ohne Empfang.", buying.line(ACCESS_POINT, places.room(pfaffendorf, 2), 1),
                buying.line(ACCESS_POINT, places.room(pfaffendorf, 3), 1), buying.line(ACCESS_POINT, places.room(pfaffendorf, 4), 1),
                buying.line(ACCESS_POINT, places.room(pfaffendorf, 5), 1)));
        step(-6, 10, 42, GOERRES, () -> buying.submitted(goerres, "Tablets für die 8. Stufe",
                "Klassensatz für die 8. Stufe; die alten Geräte laufen im Januar aus der Bindung.",
                buying.line(TABLET, places.room(goerres, 1), 12)));
        step(-3, 9, 0, CARL_BENZ, () -> buying.submitted(carlBenz, "Arbeitsplätze für die Mechatronik",
                "Die Steuerungssoftware läuft auf den alten Rechnern nicht mehr.", buying.line(DESKTOP, places.room(carlBenz, 1), 18)));
        Long[] ids = new Long[2];
        step(-11, 9, 0, GOERRES, () -> ids[0] = buying.submitted(goerres, "Tablets für das Lehrerzimmer",
                "Für Konferenzen.", buying.line(TABLET, places.room(goerres, 2), 6)));
        step(-10, 9, 30, OFFICER, () -> buying.reject(ids[0],
                "Klassensätze gehen vor; Geräte für Konferenzen dienen überwiegend der Verwaltung und sind nicht förderfähig."));
        step(-4, 9, 0, GOERRES, () -> ids[1] = buying.submitted(goerres, "Access Point für die Bibliothek",
                "Dort arbeiten die Kurse selbständig.", buying.line(ACCESS_POINT, places.room(goerres, 4), 1)));
        step(-2, 9, 0, OFFICER, () -> buying.ask(ids[1], "Gibt es in der Bibliothek schon eine Netzwerkdose an der Decke?"));
        step(-1, 12, 30, GOERRES, () -> buying.draft(goerres, "Tablets, Stifte und Montage für drei Räume", "Ein Satz für jede Gruppe; die Access Points hängen noch nicht.",
                buying.sets(places.room(goerres, 1), 8), buying.sets(places.room(goerres, 2), 8), buying.sets(places.room(goerres, 3), 8),
                buying.line(ModelKind.SERVICE, places.room(goerres, 1), 1), buying.line(ModelKind.SERVICE, places.room(goerres, 2), 1),
                buying.line(ModelKind.SERVICE, places.room(goerres, 3), 1)));
        step(-1, 13, 0, GOERRES, () -> buying.draft(goerres, "WLAN für die Turnhalle", null,
                buying.line(ACCESS_POINT, places.room(goerres, 5), 2)));
        step(-7, 15, 0, OFFICER, () -> {
            Long next = funding.draft(programme, authority, "Nachantrag 2026: weitere Schulen");
            funding.annex(next, "Karthause", null, today.plusDays(40), Map.of(WLAN, 21_000L, MOBILE_DEVICE, 18_000L));
        });
    }

    /** Grant money that was drawn and has come, money that one school has lent another, and what people have said of it. */
    private void settled(Long application) {
        Long[] drawdown = new Long[1];
        step(-18, 15, 0, OFFICER, () -> drawdown[0] = funding.draw(application));
        step(-3, 10, 0, OFFICER, () -> funding.received(drawdown[0]));
        step(-2, 11, 0, OFFICER, () -> funding.lend("Max-von-Laue", LAN, "Hilda", WLAN, 1_500, today.plusDays(90),
                "Das Hilda-Gymnasium rüstet die Aula im Winter aus; die Verkabelung im Ausweichgebäude beginnt erst im Frühjahr."));
    }

    /** What waits for a second person: an approval above the amount of a rule, and a correction of a budget. */
    private void twoPeople(Long programme) {
        Long[] ids = new Long[2];
        step(-6, 9, 0, OFFICER, () -> ids[0] = funding.second(programme, 25_000_00L, today.minusDays(5)));
        step(-5, 9, 0, DEPUTY, () -> funding.confirmed(programme, ids[0]));
        step(-4, 10, 0, MAX_VON_LAUE, () -> ids[1] = buying.submitted(maxVonLaue, "Switches für den Rückzug in den Altbau",
                "Nach dem Umbau braucht jeder Flur einen eigenen Verteiler.", buying.line(SWITCH, places.room(maxVonLaue, 2), 15)));
        step(-1, 13, 30, OFFICER, () -> buying.approve(ids[1], "Passt zum Bauplan."));
        step(-1, 14, 30, OFFICER, () -> funding.correct("Görres", WLAN, 14_90L, "Expresszuschlag der ersten Lieferung, getrennt berechnet."));
    }

    /** An amendment that binds, a notice that was noted, a withdrawal in part that waits for its decision, and a supplement that is being written. */
    private void versions(Long application) {
        Long[] ids = new Long[4];
        step(-40, 10, 0, OFFICER, () -> {
            ids[0] = versions.begin(application, RevisionKind.AMENDMENT, "Im Ausweichgebäude braucht es mehr Access Points und weniger Kabel, als geplant war.");
            versions.write(ids[0], "Max-von-Laue", LAN, 84_000L, "Zwei Etagenverteiler sind schon da.");
            versions.write(ids[0], "Max-von-Laue", WLAN, 33_000L, "Die Turnhalle kommt dazu.");
            versions.send(ids[0]);
        });
        step(-24, 9, 40, DEPUTY, () -> versions.approve(ids[0], "DP2-2026-0417-1"));
        step(-23, 9, 0, OFFICER, () -> {
            ids[1] = versions.begin(application, RevisionKind.NOTICE, "Das Max-von-Laue-Gymnasium ist bis zum Sommer im Ausweichgebäude; die Geräte ziehen mit um.");
            versions.send(ids[1]);
        });
        step(-15, 9, 0, DEPUTY, () -> versions.noted(ids[1], null));
        step(-5, 14, 30, DEPUTY, () -> {
            ids[2] = versions.begin(application, RevisionKind.WITHDRAWAL, "Die Grundschule Güls bekommt zwei Displays weniger: ein Raum wird zur Mensa.");
            versions.write(ids[2], "Güls", DISPLAY, 12_000L, "Ein Unterrichtsraum fällt weg.");
            versions.send(ids[2]);
        });
        step(-70, 10, 0, OFFICER, () -> versions.asked(application, "Kostenaufstellung Carl-Benz-Schule", "Bitte reichen Sie die Angebote für die Arbeitsplätze nach.",
                today.minusDays(60), "Die Angebote sind mit Schreiben von heute nachgereicht."));
        step(-4, 10, 30, OFFICER, () -> versions.asked(application, "Medienkonzept Grundschule Güls", "Das Medienkonzept liegt noch nicht vor. Wann ist damit zu rechnen?",
                today.plusDays(17), null));
        step(-1, 11, 0, OFFICER, () -> {
            ids[3] = versions.begin(application, RevisionKind.SUPPLEMENT, "Das Hilda-Gymnasium hat im neuen Schuljahr eine Klasse mehr.");
            versions.write(ids[3], "Hilda", MOBILE_DEVICE, 24_500L, "Ein weiterer Klassensatz.");
        });
    }

    /** An interim proof that was handed in, and the final one that is being written. */
    private void proofs(Long application) {
        Long[] proof = new Long[1];
        step(-2, 13, 0, OFFICER, () -> proof[0] = funding.prove(application, ProofKind.INTERIM, today.minusDays(5)));
        step(-2, 15, 30, DEPUTY, () -> funding.handIn(proof[0], "Zahlungen und Belege werden mit dem Verwendungsnachweis nachgereicht."));
        step(-1, 9, 30, OFFICER, () -> funding.prove(application, ProofKind.FINAL, null));
    }

    /** What happens to devices later: counted, lent, offered to other schools. */
    private void things(Long authority) {
        Long[] field = new Long[1];
        step(-1, 15, 0, OFFICER, () -> things.worth(authority, today.minusDays(1).getYear()));
        step(-40, 9, 0, ADMIN, () -> field[0] = things.field(TABLET, "Prüfung nach DGUV V3 bis", FieldType.DAY, "Laut Prüfprotokoll."));
        step(-4, 9, 0, GOERRES, () -> things.fill(goerres, TABLET, field[0], today.plusYears(3).toString()));
        step(-3, 10, 0, GOERRES, () -> things.offer(goerres, TABLET, 1, "Steht seit der Lieferung im Schrank: Eine Klasse ist kleiner geworden."));
        step(-2, 11, 0, PFAFFENDORF, () -> things.ask(pfaffendorf, "Für die Lernwerkstatt."));
        step(-30, 9, 0, OFFICER, () -> things.terms(authority, today.minusDays(30)));
        step(-2, 9, 0, GOERRES, () -> things.pupils(goerres, TABLET, today.plusDays(60)));
        step(-1, 9, 0, GOERRES, () -> things.pool(goerres, TABLET, today.plusDays(10)));
        step(-1, 9, 30, GOERRES, () -> things.turn(goerres, places.room(goerres, 1), today.plusDays(59)));
        step(-1, 10, 0, GOERRES, () -> things.seen(goerres, TABLET, today.minusDays(1), hilda));
        step(-3, 14, 0, TECHNICIAN, () -> things.secret(goerres, TABLET));
        step(-1, 17, 0, GOERRES, () -> things.home(goerres, today.plusDays(60)));
        step(-1, 18, 0, GOERRES, () -> things.wanted(goerres, today.plusDays(3)));
        step(-6, 9, 0, HILDA, () -> things.lend(hilda, TABLET, today.plusDays(20)));
        String[] roll = new String[1];
        step(-5, 9, 0, OFFICER, () -> roll[0] = things.tags(authority, hilda));
        step(-4, 8, 0, HILDA, () -> things.stick(roll[0], hilda, TABLET));
        step(-3, 12, 0, HILDA, () -> things.broken(hilda, TABLET, today.minusDays(4)));
        step(-4, 13, 0, HILDA, () -> things.swap(hilda, TABLET, "Der Bildschirm ist gesprungen."));
        step(-1, 8, 0, HILDA, () -> things.count(hilda, places.room(hilda, 0), 20));
        step(-1, 9, 0, TECHNICIAN, () -> things.dispute(hilda, places.room(hilda, 0), places.room(hilda, 1)));
    }

    /** A conversation at the school, and what the administrator has set up. */
    private void said() {
        step(-90, 9, 0, ADMIN, talk::hook);
        step(-90, 9, 30, ADMIN, talk::rule);
        step(-2, 8, 20, ADMIN, talk::mail);
        for (NamedCsvRecord row : DemoTable.read("talk.csv")) {
            step(Integer.parseInt(row.getField("day")), Integer.parseInt(row.getField("hour")), Integer.parseInt(row.getField("minute")), row.getField("login"), () -> {
                Long comment = talk.say(goerres, row.getField("text"), DemoTable.text(row, "internal") != null);
                if (row.getField("text").contains("Anhang")) {
                    talk.attach(comment);
                }
            });
        }
    }

    /** The figures of two days are kept, so that the second one has something to be compared with. */
    private void keyDates(Long programme, Long authority) {
        step(-29, 8, 0, OFFICER, () -> funding.keep(programme, authority, today.minusDays(30)));
        step(-1, 8, 0, OFFICER, () -> funding.keep(programme, authority, today.minusDays(2)));
    }

    private Instant at(int days, int hour, int minute) {
        return today.plusDays(days).atTime(LocalTime.of(hour, minute)).atZone(Clock.ZONE).toInstant();
    }

    /** One person does something at that hour of that day. What was done is written before the next one begins. */
    private void step(int days, int hour, int minute, String login, Runnable work) {
        clock.at(at(days, hour, minute), () -> signIn.as(login, work));
        em.flush();
        em.clear();
    }

    private List<Long> list(int days, Supplier<List<Long>> question) {
        List<List<Long>> answer = new ArrayList<>();
        step(days, 7, 0, TECHNICIAN, () -> answer.add(question.get()));
        return answer.get(0);
    }
}
