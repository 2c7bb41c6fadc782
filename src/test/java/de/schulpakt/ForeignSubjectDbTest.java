package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import de.schulpakt.exchange.Imports;
import de.schulpakt.funding.deadline.FundingDeadline;
import de.schulpakt.funding.pack.Packs;
import de.schulpakt.funding.pack.Signers;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Grant;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.install.effort.Effort;
import de.schulpakt.install.effort.Stores;
import de.schulpakt.install.fault.Faults;
import de.schulpakt.install.floor.FloorPlans;
import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.NetworkPlans;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.install.ready.ReadyPlace;
import de.schulpakt.install.ready.ReadyTexts;
import de.schulpakt.install.reimage.Reimaging;
import de.schulpakt.install.team.Teams;
import de.schulpakt.install.wave.Waves;
import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.booking.Pool;
import de.schulpakt.inventory.booking.SetMoves;
import de.schulpakt.inventory.claim.Claims;
import de.schulpakt.inventory.device.DeviceNumbers;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.inventory.door.Doors;
import de.schulpakt.inventory.field.FieldType;
import de.schulpakt.inventory.field.OwnFields;
import de.schulpakt.inventory.incident.IncidentKind;
import de.schulpakt.inventory.incident.IncidentPayer;
import de.schulpakt.inventory.incident.Incidents;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.number.IdentifierKind;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.inventory.secret.Secrets;
import de.schulpakt.inventory.sight.Sights;
import de.schulpakt.inventory.stocktake.Stocktakes;
import de.schulpakt.inventory.swap.Swaps;
import de.schulpakt.inventory.terms.Terms;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.OwnClasses;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.talk.Comments;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.procurement.award.AwardKind;
import de.schulpakt.procurement.award.BidState;
import de.schulpakt.procurement.catalogue.CatalogueSets;
import de.schulpakt.procurement.catalogue.Contracts;
import de.schulpakt.procurement.finance.FinanceColumn;
import de.schulpakt.procurement.invoice.InvoiceKind;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.invoice.LineKind;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.payment.PaymentColumn;
import de.schulpakt.procurement.receipt.BackKind;
import de.schulpakt.procurement.receipt.Receipts;
import de.schulpakt.procurement.receipt.Stocking;
import de.schulpakt.procurement.refusal.RefusedKind;
import de.schulpakt.school.building.BuildingFacts;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.Concepts;
import de.schulpakt.school.contact.ContactTask;
import de.schulpakt.school.contact.Contacts;
import de.schulpakt.school.letter.Letters;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.year.SchoolYears;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Whoever acts for one authority changes nothing of another, nor what all share: every public use case is called with a
 * subject of authority B by somebody who has every role at authority A, and answers "not found" or "forbidden". The same call
 * by somebody who has the roles at B gets past the guard, which shows that it was the guard that stopped the first.
 */
@DbTest
class ForeignSubjectDbTest {
    /** What concerns the asker alone, each with its reason. */
    private static final Map<String, String> OWN = Map.of(
            "Absences.add", "days on which the asker is away",
            "Skills.set", "what the asker can do",
            "Imports.upload", "a file of one's own, bound to no place yet");
    static final String STRANGER = "stranger";
    static final String AT_HOME = "athome";

    @Test
    void nobody_changes_what_belongs_to_another_authority(Db db) {
        World world = new World(db);
        Map<String, String> wrong = new TreeMap<>();
        int called = 0;
        for (Method method : useCases()) {
            String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
            if (OWN.containsKey(name)) {
                continue;
            }
            called++;
            Throwable stranger = call(db, STRANGER, method, world);
            if (!(stranger instanceof NotFound || stranger instanceof Forbidden)) {
                wrong.put(name, "a stranger got " + (stranger == null ? "through" : stranger.toString()));
                continue;
            }
            Throwable home = call(db, AT_HOME, method, world);
            if (home instanceof NotFound || home instanceof Forbidden || home instanceof ConstraintViolationException) {
                wrong.put(name, "proves nothing, for the one who may got " + home + detail(home));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(called).as("use cases called").isGreaterThan(60);
    }

    private static String detail(Throwable failure) {
        return failure instanceof ConstraintViolationException invalid ? invalid.getConstraintViolations().toString()
                : failure instanceof NotFound gone ? gone.args().toString() : "";
    }

    private static final class UseCaseMethods {
        private static final List<Method> ALL = read();
    }

    static List<Method> useCases() {
        return UseCaseMethods.ALL;
    }

    private static List<Method> read() {
        List<Method> methods = new ArrayList<>();
        for (JavaClass type : OwnClasses.all()) {
            if (type.isAnnotatedWith(UseCases.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
                methods.addAll(Arrays.stream(type.reflect().getDeclaredMethods()).filter(ForeignSubjectDbTest::guarded).toList());
            }
        }
        methods.sort(Comparator.comparing(Method::toString));
        return methods;
    }

    private static boolean guarded(Method method) {
        Transactional inner = method.getAnnotation(Transactional.class);
        return java.lang.reflect.Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
                && !method.isAnnotationPresent(Unguarded.class)
                && !method.getDeclaringClass().isAnnotationPresent(Unguarded.class)
                && (inner == null || inner.value() != Transactional.TxType.MANDATORY);
    }

    /** Calls it and undoes it; answers what was thrown. */
    private static Throwable call(Db db, String login, Method method, World world) {
        Throwable[] thrown = new Throwable[1];
        try {
            db.tx(() -> {
                SchoolGiven.as(db, login, () -> {
                    Object[] arguments = new Object[method.getParameterCount()];
                    for (int i = 0; i < arguments.length; i++) {
                        arguments[i] = world.value(method.getDeclaringClass(), method.getName(), method.getParameters()[i].isNamePresent()
                                ? method.getParameters()[i].getName() : i == 0 ? "id" : "", method.getGenericParameterTypes()[i]);
                    }
                    try {
                        method.invoke(db.get(method.getDeclaringClass()), arguments);
                    } catch (InvocationTargetException e) {
                        thrown[0] = e.getCause();
                    }
                    return null;
                });
                throw new Undone();
            });
        } catch (Undone e) {
            return thrown[0];
        } catch (RuntimeException e) {
            return thrown[0] == null ? e : thrown[0];
        }
        return thrown[0];
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Authority B with one subject of each kind, and the words and numbers that commands need. */
    static final class World {
        /** What only those may learn who may see authority B. */
        private final List<String> secrets = new ArrayList<>();
        private final Long authority;
        private final Long school;

        private Received upload;
        private final Map<String, Object> named = new HashMap<>();
        private final Map<String, Long> subjects = new HashMap<>();

        World(Db db) {
            ProcurementGiven b = ProcurementGiven.school(db, "Fremdenschule");
            authority = b.authority;
            school = b.school;
            Long authorityA = SchoolGiven.authority(db, "Träger A");
            Long schoolA = SchoolGiven.school(db, authorityA, "A");
            people(db, authorityA, schoolA, b);
            b.budget(Category.MOBILE_DEVICE, 10_000_000);
            Long item = b.tablet(40_000);
            Long ordered = b.approved(item, 2);
            Long order = b.order(ordered);
            Long request = b.submitted(item, 3);
            Long device = InventoryGiven.device(db, InventoryGiven.tablet(db), b.school, b.room);
            Long file = SchoolGiven.as(db, AT_HOME, () -> db.get(Imports.class).upload("school", new Imports.Upload("b.csv",
                    "Schulnummer;Name;Ort;Schulart\n77001;Schule am Berg;Koblenz;Gymnasium\n".getBytes(StandardCharsets.UTF_8))));
            Long ticket = InstallGiven.ticket(db, b.school, b.room);
            subjects.putAll(Map.of("Requests", request, "Orders", order, "Devices", device, "Tickets", ticket, "Schools", b.school,
                    "Catalogue", item, "Applications", id(db, "application"), "Programmes", id(db, "programme"),
                    "Users", id(db, "app_user"), "Imports", file));
            named.putAll(Map.of("schoolId", b.school, "authorityId", b.authority, "roomId", b.room, "itemId", item,
                    "supplierId", b.supplier, "modelId", id(db, "device_model"), "programmeId", id(db, "programme"),
                    "budgetId", id(db, "budget"), "orderId", order, "buildingId", id(db, "building")));
            SchoolGiven.as(db, AT_HOME, () -> {
                db.get(DeviceNumbers.class).add(device, new DeviceNumbers.Add(IdentifierKind.TAG, "E-4711"));
                return null;
            });
            subjects.put("Defects", ticket);
            subjects.put("DeviceNumbers", device);
            subjects.put("DeviceMoney", device);
            subjects.put("CatalogueSets", SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(CatalogueSets.class)
                    .create(new CatalogueSets.Create("Satz", null, List.of(new CatalogueSets.Member(item, 1))))));
            named.put("setId", null);
            subjects.put("Contracts", SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Contracts.class)
                    .create(new Contracts.Create(b.supplier, "RV-B", new Contracts.Facts("Vertrag", 1_000L, null, null, false)))));
            named.put("Contracts.fromOn", ProcurementGiven.today());
            named.put("Contracts.toOn", ProcurementGiven.today());
            named.put("CatalogueQueries.setId", subjects.get("CatalogueSets"));
            named.putAll(Map.of("ManyDevices.ids", List.of(device), "Devices.serial", "NEU-1"));
            Long stocktake = SchoolGiven.as(db, AT_HOME, () -> db.get(Stocktakes.class).open(new Stocktakes.Open(b.school, "Inventur", null, null, null)));
            subjects.put("Stocktakes", stocktake);
            subjects.put("PhoneQueries", stocktake);
            named.put("Stocktakes.itemId", id(db, "stocktake_item"));
            named.putAll(Map.of("itemIds", id(db, "stocktake_item"), "samplePercent", 99, "Stocktakes.budgetId", id(db, "budget"), "Stocktakes.number", "E-4711"));
            Long lent = InventoryGiven.device(db, InventoryGiven.tablet(db), b.school, b.room);
            Long loan = SchoolGiven.as(db, AT_HOME, () -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(lent), Loans.BorrowerKind.PUPIL, "Erika Muster",
                    null, null, false, null, true, Loans.LoanCondition.SOUND, null, ProcurementGiven.today().plusDays(9)))).get(0);
            subjects.put("Loans", loan);
            subjects.put("SheetQueries", id(db, "loan_sheet"));
            subjects.put("Terms", SchoolGiven.as(db, AT_HOME, () -> db.get(Terms.class).addPrice(new Terms.AddPrice(b.authority, "Fremdenschule", 2L))));
            subjects.put("TermsQueries", SchoolGiven.as(db, AT_HOME, () -> db.get(Terms.class).publish(new Terms.Publish(b.authority, "Fremdenschule", ProcurementGiven.today()))));
            subjects.put("Claims", SchoolGiven.as(db, AT_HOME, () -> db.get(Claims.class).claim(new Claims.Open(loan, Claims.ClaimKind.DAMAGE, null, "Fremdenschule", 2L, null,
                    ProcurementGiven.today()))));
            named.putAll(Map.of("loanId", loan, "Claims.kind", Claims.ClaimKind.DAMAGE, "Claims.dueOn", ProcurementGiven.today(), "Claims.paidOn", ProcurementGiven.today(),
                    "Terms.validOn", ProcurementGiven.today(), "LoanQueries.deviceIds", List.of(lent), "Loans.deviceId", device));
            named.put("priceId", null);
            SchoolGiven.as(db, AT_HOME, () -> {
                db.get(Secrets.class).keep(device, new Secrets.Keep(Secrets.SecretKind.ADMIN, "Fremdenschule"));
                return null;
            });
            subjects.put("Secrets", id(db, "device_secret"));
            subjects.put("SecretQueries", device);
            named.put("Secrets.keep.deviceId", device);
            subjects.put("SightQueries", device);
            SchoolGiven.as(db, AT_HOME, () -> {
                db.get(Sights.class).record(new Sights.Record(List.of(new Sights.Seen(device, null, null, null, true, null))));
                return null;
            });
            named.putAll(Map.of("Sights.deviceId", device, "Sights.firstSeenOn", ProcurementGiven.today(), "Sights.lastSeenOn", ProcurementGiven.today(),
                    "Sights.seenSchoolId", b.school));
            subjects.put("DoorQueries", id(db, "loan_sheet"));
            SchoolGiven.as(db, AT_HOME, () -> {
                Doors doors = db.get(Doors.class);
                Doors.Made made = doors.makeLink(id(db, "loan_sheet"), new Doors.MakeLink(ProcurementGiven.today()));
                doors.reply(made.secret(), made.code(), new Doors.Reply(loan, Doors.ReplyKind.OTHER, "Fremdenschule"), null);
                return null;
            });
            named.putAll(Map.of("sheetId", id(db, "loan_sheet"), "replyId", id(db, "loan_reply"), "Doors.expiresOn", ProcurementGiven.today()));
            Long pooled = InventoryGiven.device(db, db.number("select model_id from device where id = ?", lent), b.school, b.room);
            SchoolGiven.as(db, AT_HOME, () -> db.get(Pool.class).join(new Pool.Join(List.of(pooled), null)));
            LocalDate day = ProcurementGiven.today();
            subjects.put("Bookings", SchoolGiven.as(db, AT_HOME, () -> db.get(Bookings.class).book(new Bookings.Book(b.school,
                    db.number("select model_id from device where id = ?", pooled), 1, day.plusDays(20), day.plusDays(21), Loans.BorrowerKind.PUPIL, "Fremdenschule", null))));
            named.putAll(Map.of("Bookings.fromOn", day, "Bookings.toOn", day, "Turns.leaversOn", day, "Turns.othersOn", day, "Bookings.deviceIds",
                    List.of(pooled), "Bookings.modelId", db.number("select model_id from device where id = ?", pooled)));
            Long set = SchoolGiven.as(db, AT_HOME, () -> db.get(Pool.class).makeSet(new Pool.MakeSet(b.school, "Fremdenschule")));
            Long freeSet = SchoolGiven.as(db, AT_HOME, () -> db.get(Pool.class).makeSet(new Pool.MakeSet(b.school, "Fremdenschule zwei")));
            subjects.put("Pool", SchoolGiven.as(db, AT_HOME, () -> db.get(Pool.class).makeSet(new Pool.MakeSet(b.school, "Fremdenschule drei"))));
            SchoolGiven.as(db, AT_HOME, () -> db.get(Pool.class).join(new Pool.Join(List.of(pooled), set)));
            subjects.put("SetMoves", SchoolGiven.as(db, AT_HOME, () -> db.get(SetMoves.class).plan(new SetMoves.Plan(set, day, null, "Fremdenschule", null))));
            named.putAll(Map.of("SetMoves.setId", freeSet, "SetMoves.plannedOn", day));
            Long pupils = InventoryGiven.device(db, InventoryGiven.tablet(db), b.school, b.room);
            SchoolGiven.as(db, AT_HOME, () -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(pupils), Loans.BorrowerKind.PUPIL, "Erika Muster", "7b", null, false, null, true,
                    Loans.LoanCondition.SOUND, null, day.plusDays(3))));
            subjects.put("Reimaging", SchoolGiven.as(db, AT_HOME, () -> db.get(Reimaging.class).plan(new Reimaging.Plan(b.school, "RE_IMAGE", day, day.plusDays(20), 5))));
            named.putAll(Map.of("Reimaging.kind", "MOVE", "ReimageQueries.kind", "MOVE", "Reimaging.fromOn", day, "Reimaging.untilOn", day.plusDays(20), "ReimageQueries.fromOn", day,
                    "ReimageQueries.untilOn", day.plusDays(20)));
            SchoolGiven.as(db, AT_HOME, () -> {
                Asks asks = db.get(Asks.class);
                Asks.Made made = asks.invite(b.school, new Asks.Invite(day));
                return asks.ask(made.secret(), made.code(), new Asks.Ask(Loans.BorrowerKind.TEACHER, "Fremdenschule", null, "Fremdenschule", null, null, day, day, null));
            });
            subjects.put("Asks", id(db, "loan_ask"));
            subjects.put("AskQueries", id(db, "loan_ask"));
            named.putAll(Map.of("Asks.expiresOn", day, "Asks.fromOn", day.plusDays(30), "Asks.toOn", day.plusDays(31), "Asks.modelId",
                    db.number("select model_id from device where id = ?", pooled)));
            secrets.add("Erika Muster");
            named.put("Values.year", ProcurementGiven.today().getYear());
            subjects.put("ValueQueries", device);
            Long ownField = SchoolGiven.as(db, AT_HOME, () -> db.get(OwnFields.class).create(new OwnFields.Create(null, "Eigenes Feld", FieldType.TEXT, null, null)));
            subjects.put("OwnFields", ownField);
            named.putAll(Map.of("OwnValues.fieldId", ownField, "OwnValues.ids", List.of(device), "OwnFields.type", FieldType.TEXT, "OwnFields.label", "Anderes"));
            subjects.put("FieldQueries", device);
            Long idle = InventoryGiven.device(db, InventoryGiven.tablet(db), b.school, b.room);
            subjects.put("Offers", SchoolGiven.as(db, AT_HOME, () -> db.get(Offers.class).offer(new Offers.Open(List.of(idle), "Fremdenschule"))));
            Long broken = InventoryGiven.device(db, db.number("select model_id from device where id = ?", lent), b.school, b.room);
            Long spare = InventoryGiven.device(db, db.number("select model_id from device where id = ?", lent), b.school, b.room);
            subjects.put("Incidents", SchoolGiven.as(db, AT_HOME, () -> db.get(Incidents.class).record(new Incidents.Record(idle, new Incidents.Facts(IncidentKind.DAMAGE,
                    ProcurementGiven.today(), "Fremdenschule", null, null, null, IncidentPayer.AUTHORITY, 2L)))));
            subjects.put("IncidentQueries", subjects.get("Incidents"));
            named.put("Incidents.happenedOn", ProcurementGiven.today());
            subjects.put("Swaps", SchoolGiven.as(db, AT_HOME, () -> db.get(Swaps.class).swap(new Swaps.Swap(InventoryGiven.version(db, broken), broken, spare,
                    Swaps.Goes.ASIDE, "Fremdenschule"))));
            Long gift = SchoolGiven.as(db, AT_HOME, () -> db.get(Devices.class).add(new Devices.Add(db.number("select model_id from device where id = ?", lent), b.school,
                    "GIFT-1", null, null, false, null, null, "Spende")));
            named.put("Swaps.exchange.oldId", gift);
            named.putAll(Map.of("SwapQueries.deviceId", broken, "Swaps.oldId", broken, "Swaps.newId", spare, "Swaps.serial", "NEU-2", "Swaps.cameOn", ProcurementGiven.today()));
            subjects.put("SwapQueries", subjects.get("Swaps"));
            subjects.put("OtherPlaces", SchoolGiven.as(db, AT_HOME, () -> db.get(OtherPlaces.class).create(new OtherPlaces.Create(b.authority, "RP", PlaceKind.OFFICE,
                    "Rathaus", null, null, null, null, null, null))));
            named.put("OtherPlaces.kind", PlaceKind.PUBLIC_SPACE);
            List.of("Rooms", "RoomQueries", "RoomParts").forEach(name -> subjects.put(name, b.room));
            List.of("DeviceModels", "ModelQueries").forEach(name -> subjects.put(name, id(db, "device_model")));
            Long second = SchoolGiven.school(db, b.authority, "Fremdenschule zwei");
            SchoolGiven.as(db, AT_HOME, () -> {
                db.get(Offers.class).ask(subjects.get("Offers"), new Offers.Wish(second, null));
                return null;
            });
            named.putAll(Map.of("Offers.schoolId", second, "Offers.ask.schoolId", SchoolGiven.school(db, b.authority, "Fremdenschule drei")));
            named.putAll(Map.of("deviceIds", device, "Loans.dueOn", ProcurementGiven.today().plusDays(7)));
            named.put("numberId", db.number("select max(id) from device_identifier where device_id = ?", device));
            named.putAll(Map.of("annexId", id(db, "annex"), "positionId", id(db, "funding_position"),
                    "ruleId", id(db, "programme_rule"), "orderLineId", id(db, "order_line"), "requestItemIds",
                    db.number("select max(id) from request_item where request_id = ?", request),
                    "requestItemId", id(db, "request_item")));
            SchoolGiven.user(db, "somebody.else", Role.AUDITOR, null, null);
            db.sql("update app_user set must_change_password = false");
            db.sql("insert into second_factor (user_id, secret, made_at, confirmed_at) values (?, 'x', now(6), now(6))", id(db, "app_user"));
            named.putAll(Map.of("userId", id(db, "app_user"), "grant", new Grant(Role.AUDITOR, null, null),
                    "tokenId", SchoolGiven.as(db, "somebody.else", () -> db.get(Accounts.class)
                            .createToken(new Accounts.CreateToken("script", 1))).id()));
            named.put("job", "history");
            db.sql("insert into role_pending (user_id, role, given_by, given_at) select max(id), 'ADMIN', min(id), now(6) from app_user");
            named.put("pendingId", id(db, "role_pending"));
            try (Received came = received(db, "Unterlage")) {
                Long paper = SchoolGiven.as(db, AT_HOME, () -> db.get(Papers.class).attach("Ticket", ticket, new Papers.Attach("PHOTO", "Fremdenschule", null), came));
                subjects.put("Papers", paper);
                named.put("paperId", paper);
            }
            db.sql("insert into app_user (login, name, active, created_at, left_at) values ('gone', 'Gone', false, now(6), now(6))");
            named.put("Leavers.userId", id(db, "app_user"));
            db.sql("insert into deputy (user_id, deputy_id, from_on, to_on, waits, named_at) select min(id), max(id), current_date, '2099-12-31', true, now(6)"
                    + " from app_user where login not in (?, ?)", STRANGER, AT_HOME);
            subjects.put("Deputies", id(db, "deputy"));
            named.put("Deputies.user", id(db, "app_user"));
            db.sql("insert into claim_rule (claim, value, role, made_by, made_at) select 'groups', 'x', 'AUDITOR', min(id), now(6) from app_user");
            db.sql("insert into provider_account (user_id, issuer, person_key, person_hash, linked_at) select id, 'https://i.example', 'x', 'x', now(6) from app_user"
                    + " where login = ?", AT_HOME);
            subjects.put("ClaimRules", id(db, "claim_rule"));
            named.put("ClaimRules.userId", db.number("select user_id from provider_account"));
            named.put("ClaimRules.schoolId", null);
            named.put("ClaimRules.authorityId", null);
            named.putAll(Map.of("orderLineIds", id(db, "order_line"), "Invoices.totalCents", 2L));
            subjects.put("Invoices", SchoolGiven.as(db, AT_HOME, () -> db.get(Invoices.class).capture(new Invoices.Capture(b.supplier, b.authority,
                    InvoiceKind.INVOICE, "FREMD-1", ProcurementGiven.today(), null, null, 100L, 119L, null, null, null,
                    List.of(new Invoices.Line(LineKind.GOODS, "Fremdenschule", 0, 100L, 1900, id(db, "order_line"), null)),
                    List.of(new Invoices.Vat(1900, 100L, 19L))))));
            named.putAll(Map.of("Reading.file", "<x/>".getBytes(StandardCharsets.UTF_8), "invoiceId", subjects.get("Invoices"), "leitwegId", "07-79"));
            subjects.put("Receipts", order);
            subjects.put("PaperKinds", id(db, "paper_kind"));
            subjects.put("PaperQueries", ticket);
            List.of("LabelFormats", "LabelQueries").forEach(name -> subjects.put(name, id(db, "label_format")));
            List.of("pageWidth", "pageHeight", "labelWidth", "labelHeight").forEach(name -> named.put("LabelFormats." + name, 21_000));
            List.of("across", "down").forEach(name -> named.put("LabelFormats." + name, 1));
            List.of("edgeX", "edgeY").forEach(name -> named.put("LabelFormats." + name, 0));
            named.put("LabelFormats.code", "FREMD");
            db.sql("insert into label_format_before (format_id, name, page_w, page_h, across, down, edge_x, edge_y, step_x, step_y, label_w, label_h, replaced_at, replaced_by)"
                    + " select id, name, page_w, page_h, across, down, edge_x, edge_y, step_x, step_y, label_w, label_h, now(6), 'X' from label_format where id = ?", id(db, "label_format"));
            named.put("LabelFormats.beforeId", id(db, "label_format_before"));
            named.putAll(Map.of("subjectType", "Ticket", "subjectId", ticket, "Papers.kind", "PHOTO"));
            named.put("replaces", null);
            Long comment = SchoolGiven.as(db, AT_HOME, () -> db.get(Comments.class).write(new Comments.Write("Ticket", ticket, "Fremdenschule", false)));
            subjects.put("Comments", comment);
            named.put("commentId", comment);
            upload = received(db, "Andere Unterlage");
            subjects.put("Budgets", id(db, "budget"));
            db.sql("insert into budget (kind, authority_id, household_year, account, title, ends_on) values ('OWN_MONEY', ?, 2026, 'F', 'F', '2026-12-31')",
                    b.authority);
            subjects.put("OwnMoney", id(db, "budget"));
            subjects.put("Packs", SchoolGiven.as(db, AT_HOME, () -> db.get(Packs.class).checkShipped(new Packs.Shipped("sn-digitalpakt-3"))));
            named.put("Packs.name", "sn-digitalpakt-4");
            named.put("Signers.publicKey", "MCowBQYDK2VwAyEA3zMQ6NexiBJEwNqhWwgaGJvTGGnlpCE+Xmq33WGSRpo=");
            subjects.put("Signers", SchoolGiven.asAdmin(db, () -> db.get(Signers.class).add(new Signers.Add("Ministerium",
                    "MCowBQYDK2VwAyEAGiNdD4dpDK0Qw3zrNBpytjpS7RMUiMSm1/j1jM/2kew="))));
            LocalDate today = ProcurementGiven.today();
            named.putAll(Map.of("Deadlines.kind", FundingDeadline.KEY_DATE, "Deadlines.subjectId", id(db, "programme"), "Deadlines.dueOn",
                    LocalDate.of(today.getYear(), today.getMonthValue() <= 6 ? 6 : 12, today.getMonthValue() <= 6 ? 30 : 31)));
            named.put("applicationId", id(db, "application"));
            db.sql("insert into award_limit (user_id, application_id, from_on, to_on, given_by, given_at) select id, ?, current_date, '2099-12-31', 'Fremdenschule', now(6)"
                    + " from app_user where login = 'gone'", id(db, "application"));
            subjects.put("PublicityQueries", id(db, "application"));
            subjects.put("StakeQueries", id(db, "application"));
            named.put("RuleQueries.subjectId", id(db, "application"));
            named.put("RuleQueries.checkId", db.number("select max(id) from rule_check where subject_id is null"));
            named.put("limitId", id(db, "award_limit"));
            named.put("AwardLimits.userId", db.number("select id from app_user where login = 'gone'"));
            subjects.put("AwardLimits", db.number("select id from app_user where login = 'gone'"));
            db.sql("insert into drawdown (no, application_id, authority_id, state, planned, eligible_cents, grant_cents, created_at)"
                    + " select 'M-9-Fremd', id, authority_id, 'PROPOSED', false, 0, 1, now(6) from application where id = ?", id(db, "application"));
            db.sql("insert into drawdown_line (drawdown_id, budget_id, eligible_cents, grant_cents) select d.id, min(b.id), 0, 1 from drawdown d"
                    + " join budget b on b.application_id = d.application_id where d.no = 'M-9-Fremd' group by d.id");
            secrets.add("M-9-Fremd");
            subjects.put("Drawdowns", id(db, "drawdown"));
            db.sql("insert into proof (no, application_id, authority_id, kind, state, edition, to_on, draft, created_at)"
                    + " select 'N-9-Fremd', id, authority_id, 'FINAL', 'DRAFT', 1, current_date, 1, now(6) from application where id = ?", id(db, "application"));
            secrets.add("N-9-Fremd");
            subjects.put("Proofs", id(db, "proof"));
            db.sql("insert into snapshot (programme_id, authority_id, key_on, allotted_cents, reserved_cents, committed_cents, spent_cents, drawn_cents, taken_by, taken_at)"
                    + " values (?, ?, '2025-06-30', 0, 0, 0, 0, 0, 'Fremdenschule', now(6))", id(db, "programme"), b.authority);
            subjects.put("FigureQueries", id(db, "snapshot"));
            // what was approved in time for the figures of yesterday
            db.sql("update posting set at = date_sub(at, interval 3 day) where kind = 'ALLOT'");
            named.put("Snapshots.day", today.minusDays(1));
            named.put("day", today);
            db.sql("insert into audit_sample (no, application_id, authority_id, seed, drawn, out_of, drawn_by, drawn_at) values ('S-9-Fremd', ?, ?, 1, 1, 1, 'Fremdenschule', now(6))",
                    id(db, "application"), b.authority);
            secrets.add("S-9-Fremd");
            db.sql("insert into inquiry (no, application_id, authority_id, side, state, subject, words, asked_on, recorded_by, recorded_at) select 'Q-9-Fremd', id, authority_id,"
                    + " 'GRANTING_BODY', 'OPEN', 'F', 'F', current_date - interval 1 day, 'F', now(6) from application where id = ?", id(db, "application"));
            secrets.add("Q-9-Fremd");
            subjects.put("Inquiries", id(db, "inquiry"));
            db.sql("insert into follow_cost (no, application_id, authority_id, kind, state, title, yearly_cents, first_year, last_year, source, recorded_by, recorded_at) select 'Y-9-Fremd',"
                    + " id, authority_id, 'OTHER', 'CURRENT', 'F', 2, 2030, 2033, 'F', 'F', now(6) from application where id = ?", id(db, "application"));
            secrets.add("Y-9-Fremd");
            subjects.put("FollowCosts", id(db, "follow_cost"));
            db.sql("insert into payment_plan (no, position_id, application_id, authority_id, state, total_cents, recorded_by, recorded_at) select 'P-9-Fremd', ?, id, authority_id, 'CURRENT',"
                    + " 2, 'F', now(6) from application where id = ?", id(db, "funding_position"), id(db, "application"));
            db.sql("insert into payment_plan_year (plan_id, plan_year, amount_cents) select max(id), 2030, 2 from payment_plan");
            secrets.add("P-9-Fremd");
            subjects.put("PaymentPlans", id(db, "payment_plan"));
            subjects.put("PaymentPlanQueries", id(db, "payment_plan"));
            named.put("PaymentPlans.year", 2030);
            named.putAll(Map.of("FollowCosts.firstYear", 2030, "FollowCosts.lastYear", 2033, "FollowCosts.endYear", 2031));
            named.put("Applications.detail", null);
            subjects.put("InquiryQueries", id(db, "inquiry"));
            subjects.put("AnnexQueries", id(db, "annex"));
            subjects.put("DecisionQueries", id(db, "application"));
            named.putAll(Map.of("Inquiries.askedOn", ProcurementGiven.today(), "Inquiries.dueOn", ProcurementGiven.today(), "Inquiries.answeredOn", ProcurementGiven.today()));
            db.sql("insert into revision (no, application_id, authority_id, kind, state, edition, reason, created_at, content, sha256) select 'C-9-Fremd', id, authority_id, 'SUPPLEMENT',"
                    + " 'DRAFT', null, 'F', now(6), '{}', sha2('{}', 256) from application where id = ?", id(db, "application"));
            db.sql("insert into revision_line (revision_id, position_id, school_id, category, fresh, description, description_before, applied_before, from_cents, to_cents, why)"
                    + " select r.id, p.id, ?, p.category, false, 'F', 'F', p.applied_cents, p.approved_cents, 2, 'F' from revision r, funding_position p where r.no = 'C-9-Fremd'"
                    + " order by p.id limit 1", b.school);
            secrets.add("C-9-Fremd");
            subjects.put("Revisions", id(db, "revision"));
            subjects.put("VersionQueries", id(db, "application"));
            named.putAll(Map.of("lineId", id(db, "revision_line"), "Revisions.periodTo", ProcurementGiven.today(), "Revisions.askedTo", ProcurementGiven.today(),
                    "Revisions.decidedOn", ProcurementGiven.today()));
            Long year = SchoolGiven.as(db, AT_HOME, () -> db.get(SchoolYears.class).record(b.school, new SchoolYears.Numbers(2025, 1, null, null, "Fremdenschule")));
            SchoolGiven.as(db, AT_HOME, () -> {
                db.get(BuildingFacts.class).describe(id(db, "building"), new BuildingFacts.Describe(null, 1907, null, null, null, null, "Fremdenschule"));
                return null;
            });
            subjects.putAll(Map.of("BuildingFacts", id(db, "building"), "BuildingFactQueries", id(db, "building")));
            named.putAll(Map.of("BuildingFacts.builtYear", 1908, "BuildingFacts.mbit", 9));
            Long contact = SchoolGiven.as(db, AT_HOME, () -> db.get(Contacts.class).record(b.school, new Contacts.Details(ContactTask.HEAD, "Fremdenschule", "1", null)));
            subjects.putAll(Map.of("Contacts", contact, "ContactQueries", contact));
            named.putAll(Map.of("Contacts.mail", "a@example.org", "Contacts.on", today));
            Long concept = SchoolGiven.as(db, AT_HOME, () -> db.get(Concepts.class).record(b.school, new Concepts.Record(ConceptKind.SUPPORT,
                    new Concepts.Details("Fremdenschule", today, today, null, null))));
            subjects.putAll(Map.of("Concepts", concept, "ConceptQueries", concept));
            named.putAll(Map.of("Concepts.resolvedOn", today, "Concepts.validFrom", today, "Concepts.approvedOn", today, "Concepts.on", today));
            subjects.put("SchoolYears", year);
            subjects.put("SchoolYearQueries", year);
            named.put("SchoolYears.begins", 2024);
            subjects.put("SampleQueries", id(db, "audit_sample"));
            db.sql("insert into proof_recovery (proof_id, grant_cents, interest_cents, demanded_on, due_on, reason) values (?, 1, 0, current_date, current_date, 'Fremdenschule')",
                    id(db, "proof"));
            named.put("recoveryId", id(db, "proof_recovery"));
            named.put("application", id(db, "application"));
            db.sql("insert into budget (kind, authority_id, household_year, account, title, ends_on) values ('OWN_MONEY', ?, 2026, 'G', 'G', '2026-12-31')",
                    b.authority);
            Long secondBudget = id(db, "budget");
            for (Long own : List.of(subjects.get("OwnMoney"), secondBudget)) {
                db.sql("update budget set allotted_cents = 1000 where id = ?", own);
                db.sql("insert into posting (budget_id, kind, amount_cents, source, actor, at, own_money) values (?, 'ALLOT', 1000, ?, 'F', now(6), true)",
                        own, "own_money:" + own);
            }
            named.putAll(Map.of("householdYear", 2026, "toYear", 2027, "restFrom", secondBudget));
            db.sql("insert into transfer (no, kind, state, authority_id, from_budget_id, to_budget_id, amount_cents, back_on, reason, created_at)"
                    + " values ('U-F', 'LOAN', 'PROPOSED', ?, ?, ?, 2, now(), 'F', now(6))", b.authority, secondBudget, subjects.get("OwnMoney"));
            subjects.put("Transfers", id(db, "transfer"));
            db.sql("insert into budget_correction (no, state, authority_id, budget_id, amount_cents, reason, created_at) values ('BK-F', 'PROPOSED', ?, ?, 1, 'F', now(6))",
                    b.authority, subjects.get("OwnMoney"));
            subjects.put("BudgetCorrections", id(db, "budget_correction"));
            db.sql("insert into decision_correction (no, state, authority_id, application_id, reason, was_reference, was_decided_on, was_period_from_on, was_period_to_on, reference,"
                    + " decided_on, period_from, period_to, created_at) values ('BB-F', 'PROPOSED', ?, ?, 'F', 'F', current_date, current_date, current_date, 'G', current_date,"
                    + " current_date, current_date, now(6))", b.authority, id(db, "application"));
            subjects.putAll(Map.of("DecisionCorrections", id(db, "decision_correction"), "DecisionCorrectionQueries", id(db, "decision_correction")));
            named.putAll(Map.of("fromBudgetId", secondBudget, "toBudgetId", subjects.get("OwnMoney")));
            named.put("Orders.repay.payFrom", List.of(new Orders.PayFrom(secondBudget, 1L, null), new Orders.PayFrom((Long) named.get("budgetId"), null, null)));
            named.put("Requests.transfer", null);
            named.put("Requests.amountCents", null);
            named.put("Requests.shareBp", null);
            db.sql("insert into mail (name, recipient, subject, state, created_at, due_at) values ('dead', 'a@example.org', 'S', 'DEAD', now(6), now(6))");
            subjects.put("MailAdmin", id(db, "mail"));
            named.putAll(Map.of("Letters.part", "head", "Letters.lang", "de"));
            named.put("Letters.logo", null);
            subjects.put("Letters", SchoolGiven.as(db, AT_HOME, () -> db.get(Letters.class).write(authority, "head", "de",
                    new Letters.Write("Fremdenschule", null, null, null, null, null), null)));
            db.sql("insert into arrived_mail (message_hash, state, reason, arrived_at, sender, words, left_there) values ('f', 'WAITING', 'UNKNOWN', now(6), 'f@example.org',"
                    + " 'Fremdenschule', true)");
            subjects.put("Arrivals", id(db, "arrived_mail"));
            subjects.put("ArrivedQueries", id(db, "arrived_mail"));
            named.put("Arrivals.page", "/install/ticket.xhtml?id=" + ticket);
            db.sql("insert into webhook (name, url, secret, kinds, active, since_at) values ('W', 'https://example.org/w', x'00', 'Ticket', false, now(6))");
            subjects.put("Hooks", id(db, "webhook"));
            db.sql("insert into webhook_delivery (webhook_id, event_id, kind, body, state, made_at, due_at) select id, 'h1', 'test', '{}', 'DEAD', now(6), now(6) from webhook");
            named.putAll(Map.of("deliveryId", id(db, "webhook_delivery"), "url", "https://example.org/w", "kinds", "Ticket"));
            named.put("Hooks.schoolId", null);
            secrets.add("Fremdenschule");
            for (String numbers : List.of("select no from request", "select no from purchase_order", "select no from ticket",
                    "select no from application", "select inventory_no as no from device", "select serial as no from device")) {
                db.sql(numbers).forEach(row -> secrets.add(row.get("no").toString()));
            }
            named.putAll(Map.of("programme", id(db, "programme"), "authority", b.authority, "serial", secrets.get(secrets.size() - 1),
                    "text", "Fremden", "kindName", "school", "schools", b.school, "ids", request));
            named.putAll(Map.of("ticketId", ticket, "deviceId", device, "requestId", request));
            named.putAll(Map.of("kind/AddRule", "OWN_SHARE_BP", "postcode", "56068", "stateCode", "RP", "email", "b@example.org",
                    "minutes", 60, "pupils", 10, "signalDbm", -50));
            named.putAll(Map.of("latitude", new BigDecimal("50"), "longitude", new BigDecimal("7"), "password", "long-enough-9",
                    "login", "somebody", "priceCents", 40_000L));
            subjects.put("TicketWork", ticket);
            subjects.put("TicketParts", ticket);
            subjects.put("TicketResults", ticket);
            subjects.put("ResultQueries", ticket);
            subjects.put("TicketTests", ticket);
            subjects.put("Ratings", ticket);
            subjects.put("RatingQueries", ticket);
            named.putAll(Map.of("Ratings.stars", 4));
            subjects.put("Faults", SchoolGiven.as(db, AT_HOME, () -> db.get(Faults.class).makeCode(new Faults.MakeCode(b.room, null))));
            Long other = InstallGiven.plain(db, b.school, "Fremdenschule: Kabel");
            named.putAll(Map.of("otherNo", db.sql("select no from ticket where id = ?", other).get(0).get("no"), "deviceIds", device,
                    "Tickets.kind", "FAULT", "code", "FAULT", "stepNo", 1, "resultNo", 1, "technicianId", id(db, "app_user"), "Kinds.minutes", 60));
            Long technician = db.number("select id from app_user where login = ?", AT_HOME);
            db.sql("insert into absence (technician_id, from_on, to_on) values (?, '2031-01-01', '2031-01-02')", technician);
            db.sql("insert into visit_slot (ticket_id, technician_id, starts_at, minutes) values (?, ?, now(6) + interval 2 day, 60)", ticket, technician);
            subjects.put("Absences", id(db, "absence"));
            named.put("Absences.technicianId", technician);
            named.putAll(Map.of("Absences.fromOn", LocalDate.of(2031, 2, 1), "Absences.toOn", LocalDate.of(2031, 2, 2)));
            db.sql("insert into visit (ticket_id, starts_at, minutes) values (?, now(6) + interval 3 day, 60)", ticket);
            subjects.put("Visits", id(db, "visit"));
            subjects.put("VisitQueries", id(db, "visit"));
            named.put("Trips.id", ticket);
            named.put("Skills.kinds", Set.of("FAULT"));
            named.put("PlanQueries.from", ProcurementGiven.today());
            named.put("PlanQueries.to", ProcurementGiven.today());
            subjects.put("Slots", ticket);
            named.put("slotId", id(db, "visit_slot"));
            named.put("responseMinutes", 60);
            named.put("solutionMinutes", 60);
            named.put("defectKind", "FAULT");
            named.putAll(Map.of("followUp", "SURVEY", "stepsDe", "a", "stepsEn", "b"));
            named.put("itemLineId", named.get("requestItemIds"));
            Long came = b.order(b.approved(item, 1));
            b.receive(came, "F", null, "RETOUR-1");
            named.putAll(Map.of("Returns.orderId", came, "Returns.receiptId", id(db, "delivery"), "Returns.orderLineId", id(db, "order_line"), "Returns.serials",
                    List.of("RETOUR-1"), "Returns.newSerials", List.of("RETOUR-2"), "Returns.kind", BackKind.EXCHANGED, "DeviceNumbers.serial", "NEU-2"));
            subjects.put("OrderMails", order);
            db.sql("insert into goods_surplus (order_line_id, pieces, came_on, actor, at) values (?, 1, current_date, 'F', now(6))", id(db, "order_line"));
            named.putAll(Map.of("Surpluses.orderId", came, "Surpluses.orderLineId", id(db, "order_line"), "Surpluses.surplusId", id(db, "goods_surplus"),
                    "Surpluses.pieces", 1, "Surpluses.cameOn", ProcurementGiven.today(), "Surpluses.endedOn", ProcurementGiven.today()));
            subjects.put("GoodsChecks", id(db, "goods_check"));
            named.putAll(Map.of("deliveryLineId", id(db, "delivery_line"), "GoodsChecks.missing", 1, "GoodsChecks.broken", 0, "GoodsCheckQueries.orderId", came));
            subjects.put("GoodsCheckQueries", id(db, "goods_check"));
            db.sql("update offer_period set to_on = '2030-12-31' where item_id = ?", item);
            db.sql("update catalogue_item set valid_to = '2030-12-31' where id = ?", item);
            db.sql("insert into offer_period (item_id, from_on, price_cents, vat_bp) values (?, '2031-01-01', 1, 1900)", item);
            named.put("offerId", id(db, "offer_period"));
            awards(db, b);
            payments(db, b);
            refused(db, b, item);
            network(db, b);
            wave(db, b);
            effort(db, b, ticket);
            ready(db, b, ticket);
            team(db, b, ticket);
            seen(db);
        }

        /** An award file with an offer, and one that is decided. */
        private void awards(Db db, ProcurementGiven b) {
            Object payer = db.sql("select max(g.programme_id) as id from budget g join order_payer p on p.budget_id = g.id join order_line l on l.id = p.order_line_id"
                    + " join purchase_order o on o.id = l.order_id where o.authority_id = ?", b.authority).get(0).get("id");
            for (String state : List.of("DECIDED", "PREPARED")) {
                db.sql("insert into award_file (no, authority_id, state, kind, programme_id, category, title, estimate_cents, basis, started_on, chosen_cents, choice_reason, created_at)"
                        + " values (?, ?, ?, 'OPEN', ?, 'MOBILE_DEVICE', 'F', 100, 'F', '2026-01-01', 90, 'F', now(6))", "E-F" + state, b.authority, state, payer);
                db.sql("insert into award_bid (award_id, company, supplier_id, state, asked_on, offered_on, net_cents) values (?, 'F', ?, 'OFFERED', '2026-01-01', '2026-01-02', 90)",
                        id(db, "award_file"), b.supplier);
                db.sql("update award_file set chosen_bid_id = ? where id = ?", id(db, "award_bid"), id(db, "award_file"));
            }
            subjects.put("Awards", id(db, "award_file"));
            subjects.put("AwardInvites", id(db, "award_file"));
            named.put("AwardInvites.paperIds", List.of());
            named.put("AwardInvites.answerTo", "vergabe@example.org");
            named.putAll(Map.of("bidId", id(db, "award_bid"), "Awards.contractId", subjects.get("Contracts"), "Awards.askedOn", ProcurementGiven.today(),
                    "Awards.startedOn", ProcurementGiven.today(), "Awards.offeredOn", ProcurementGiven.today(), "Awards.kind", AwardKind.OPEN,
                    "Awards.state", BidState.OFFERED, "AwardQueries.bid.id", id(db, "award_bid"), "Awards.programmeId", named.get("programmeId")));
            named.put("awardId", id(db, "award_file") - 1);
            named.put("Orders.place.awardId", null);
        }

        /** An account of the supplier that waits, a way of payment, and a list that is released. */
        private void payments(Db db, ProcurementGiven b) {
            db.sql("insert into supplier_account (supplier_id, state, holder, iban, source, created_at) values (?, 'CONFIRMED', 'F', 'DE89370400440532013000', 'F', now(6))",
                    b.supplier);
            db.sql("insert into supplier_account (supplier_id, state, holder, iban, source, created_at) values (?, 'PROPOSED', 'F', 'DE75512108001245126199', 'F', now(6))",
                    b.supplier);
            subjects.put("SupplierAccounts", id(db, "supplier_account"));
            subjects.put("SupplierAccountQueries", id(db, "supplier_account"));
            db.sql("insert into payment_setting (authority_id, holder, iban, csv_columns, csv_separator, csv_decimal, csv_days, csv_head)"
                    + " values (?, 'F', 'DE89370400440532013000', 'IBAN', 'COMMA', 'COMMA', 'ISO', true)", b.authority);
            Long invoice = db.number("select min(id) from invoice where state = 'APPROVED'");
            db.sql("insert into payment_list (no, authority_id, state, pay_on, total_cents, holder, iban, created_at, released_at)"
                    + " select 'Z-F', authority_id, 'RELEASED', '2031-01-01', payable_cents, 'F', 'DE89370400440532013000', now(6), now(6) from invoice where id = ?", invoice);
            subjects.put("Payments", id(db, "payment_list"));
            subjects.put("PaymentFiles", id(db, "payment_list"));
            db.sql("insert into payment_item (list_id, line_no, invoice_id, open_invoice_id, state, holder, iban, amount_cents, discount_cents, purpose)"
                    + " select ?, 1, id, null, 'DROPPED', 'F', 'DE89370400440532013000', payable_cents, 0, 'F' from invoice where id = ?", id(db, "payment_list"), invoice);
            named.putAll(Map.of("PaymentQueries.invoiceId", invoice, "Payments.invoiceIds", List.of(invoice), "Payments.payOn", ProcurementGiven.today(),
                    "iban", "DE75512108001245126199", "bic", "COBADEFF"));
            named.put("Invoices.payments", new TreeMap<>(Map.of(invoice, new Invoices.Pay(0, ProcurementGiven.today()))));
            named.put("Invoices.back", new TreeMap<>(Map.of(invoice, new Invoices.Bounce(0, ProcurementGiven.today(), Invoices.BounceReason.AC04, null))));
            named.put("PaymentSettings.columns", List.of(PaymentColumn.IBAN));
            named.put("PaymentSettings.authorityId", b.authority);
            named.put("SupplierAccountQueries.account", id(db, "supplier_account"));
            finance(db, b);
        }

        /** An order of which one piece came and one was refused. */
        private void refused(Db db, ProcurementGiven b, Long item) {
            Long partly = b.order(b.approved(item, 2));
            b.receive(partly, "TEIL", null, "TEIL-1");
            Long delivery = id(db, "delivery");
            Long line = id(db, "order_line");
            db.sql("insert into goods_refused (delivery_id, order_line_id, kind, pieces, reason, actor, at) values (?, ?, 'BROKEN', 1, 'F', 'F', now(6))", delivery, line);
            named.putAll(Map.of("Refusals.orderId", partly, "Refusals.deliveryId", delivery, "Refusals.refusedId", id(db, "goods_refused"), "Refusals.orderLineId", line,
                    "Refusals.pieces", 1, "Refusals.kind", RefusedKind.BROKEN, "RefusedQueries.orderId", partly, "ReceiptQueries.deliveryId", delivery));
            Long asked = b.submitted(item, 1);
            b.approved(item, 1);
            named.put("Orders.add.requestItemIds", List.of(id(db, "request_item")));
            named.putAll(Map.of("Orders.approveAndPlace.requestId", asked, "OrderQueries.requestId", asked));
            for (String none : List.of("transfer", "payFrom", "restFrom")) {
                named.put("Orders.approveAndPlace." + none, null);
            }
        }

        /** How the authority sends its postings, and a run. */
        private void finance(Db db, ProcurementGiven b) {
            db.sql("insert into finance_setting (authority_id, from_on, csv_columns, csv_separator, csv_decimal, csv_days, csv_head)"
                    + " values (?, '2020-01-01', 'REFERENCE,ACCOUNT,AMOUNT', 'COMMA', 'COMMA', 'ISO', true)", b.authority);
            db.sql("insert into finance_run (no, authority_id, state, until_on, items, total_cents, csv_columns, csv_separator, csv_decimal, csv_days, csv_head, sha256, created_at)"
                    + " values ('H-F', ?, 'EXPORTED', '2026-01-01', 1, 1, 'REFERENCE', 'COMMA', 'COMMA', 'ISO', true, 'F', now(6))", b.authority);
            db.sql("insert into finance_difference (authority_id, kind, state, label, day_on, there_cents, found_at) values (?, 'THERE_ONLY', 'OPEN', 'F', '2026-01-01', 1, now(6))",
                    b.authority);
            db.sql("insert into finance_booking (authority_id, document_no, document_line, booked_on, amount_cents, imported_at) values (?, 'F', '', '2026-01-01', 1, now(6))", b.authority);
            named.put("Differences.bookingId", id(db, "finance_booking"));
            subjects.put("Differences", id(db, "finance_difference"));
            subjects.put("FinanceRuns", id(db, "finance_run"));
            subjects.put("FinanceQueries", id(db, "finance_run"));
            subjects.put("FinanceFiles", id(db, "finance_run"));
            named.put("FinanceSettings.columns", List.of(FinanceColumn.REFERENCE));
            db.sql("insert into asset_run (no, authority_id, year, limit_cents, devices, unvalued, made_at, made_by) values ('K-F', ?, 2025, 1, 1, 0, now(6), 'F')", b.authority);
            db.sql("insert into asset_booking (no, authority_id, year, open_year, statement_id, state, takes_over, devices, opening_cents, addition_cents, correction_cents,"
                    + " depreciation_cents, disposal_cents, closing_cents, item_opening_cents, item_addition_cents, item_correction_cents, item_release_cents,"
                    + " item_disposal_cents, item_closing_cents, booked_at) select 'J-F', authority_id, 2025, 2025, id, 'BOOKED', true, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, now(6)"
                    + " from asset_run where no = 'K-F'");
            db.sql("insert into asset_booking_file (booking_id, counter, no, posted_on, sha256, content) values (?, false, 'J-F', '2025-12-31', 'F', 'F')",
                    id(db, "asset_booking"));
            db.sql("insert into asset_account (authority_id, kind, asset, depreciation, disposal, item, dissolution) values (?, null, 'F', 'F', 'F', 'F', 'F')", b.authority);
            subjects.put("AssetBookings", id(db, "asset_booking"));
            db.sql("insert into tag_roll (no, authority_id, tags, first_key, last_key, state, made_at, made_by) values ('X-2026-9999', ?, 9, 'X202699990001', 'X202699990009',"
                    + " 'OPEN', now(6), 'F')", b.authority);
            subjects.put("TagRolls", id(db, "tag_roll"));
            subjects.put("TagQueries", id(db, "tag_roll"));
            named.put("TagRolls.authorityId", b.authority);
            named.put("TagRolls.tags", 5);
            named.put("TagRolls.tag", "X-2026-9999-0001");
            named.put("TagQueries.typed", "X-2026-9999-0001");
            subjects.put("AssetBookingQueries", id(db, "asset_booking"));
            named.put("AssetBookings.statementId", id(db, "asset_run"));
            named.put("AssetAccounts.authorityId", b.authority);
            named.put("AssetBookingQueries.authorityId", b.authority);
            named.put("AssetBookingQueries.counter", false);
            named.put("FinanceSettings.authorityId", b.authority);
            named.put("FinanceSettings.schoolId", b.school);
            named.put("FinanceRuns.untilOn", ProcurementGiven.today());
        }

        /** A switch and a free panel of the school, a cable, a VLAN. */
        private void network(Db db, ProcurementGiven b) {
            SchoolGiven.as(db, AT_HOME, () -> {
                Networks networks = db.get(Networks.class);
                networks.add(new Networks.Add(b.school, UnitKind.SWITCH, "Fremdenschule-SW", null, b.room, null, "4", null, null));
                networks.add(new Networks.Add(b.school, UnitKind.SWITCH, "Fremdenschule-SW2", null, b.room, null, "4", null, null));
                return null;
            });
            Long first = db.number("select min(id) from network_port");
            Long plugged = SchoolGiven.as(db, AT_HOME, () -> db.get(Networks.class).plug(new Networks.Plug(first, Face.FRONT, first + 4, Face.FRONT, null, null,
                    null, null)));
            Long vlan = SchoolGiven.as(db, AT_HOME, () -> db.get(NetworkPlans.class).addVlan(new NetworkPlans.AddVlan(b.school, 7, "Fremdenschule", null)));
            Long free = SchoolGiven.as(db, AT_HOME, () -> db.get(Networks.class).add(new Networks.Add(b.school, UnitKind.SWITCH, "Fremdenschule-SW3", null,
                    b.room, null, "4", null, null)));
            subjects.put("Networks", free);
            named.putAll(Map.of("cableId", plugged, "vlanId", vlan, "portId", id(db, "network_port"), "otherPortId", id(db, "network_port") - 1,
                    "NetworkPlans.number", 8, "NetworkPlans.addresses", "10.0.0.0/8", "NetworkPlans.seen", List.of(), "Networks.ports", "X[5-9]",
                    "NetworkPlans.ports", "X[5-9]", "Networks.kind", UnitKind.SWITCH));
            Long building = db.number("select building_id from room where id = ?", b.room);
            Long floor = SchoolGiven.as(db, AT_HOME, () -> db.get(FloorPlans.class).create(new FloorPlans.Create(building, "Fremdes OG")));
            db.sql("insert into floor_mark (plan_id, unit_id, x, y) values (?, ?, 1, 1)", floor, free);
            subjects.put("FloorPlans", floor);
            subjects.put("FloorQueries", floor);
            named.putAll(Map.of("planId", floor, "FloorQueries.unitId", free));
            named.putAll(Map.of("markId", id(db, "floor_mark"), "FloorPlans.buildingId", building, "FloorPlans.paperId", 1L, "FloorPlans.x", 5, "FloorPlans.y", 5,
                    "FloorPlans.page", 1));
            db.sql("insert into site_block (school_id, kind, from_on, to_on) values (?, 'CLOSED', '2031-01-01', '2031-01-01')", b.school);
            named.putAll(Map.of("blockId", id(db, "site_block"), "SiteTimes.fromOn", ProcurementGiven.today(), "SiteTimes.toOn", ProcurementGiven.today(), "SiteTimes.opens",
                    LocalTime.of(7, 0), "SiteTimes.closes", LocalTime.of(13, 0)));
            named.putAll(Map.of("CableTests.lengthM", new BigDecimal("1.5"), "CableTests.schoolId", b.school));
            named.put("Networks.setPort.name", "X1");
            named.put("Networks.parentId", null);
            named.put("Networks.lengthM", new BigDecimal("1.5"));
        }

        /** A text that technicians have ready. */
        private void ready(Db db, ProcurementGiven b, Long ticket) {
            Long text = SchoolGiven.as(db, AT_HOME, () -> db.get(ReadyTexts.class).write(new ReadyTexts.Write(b.authority, new ReadyTexts.Facts(ReadyPlace.OUTCOME, null,
                    "Fremdenschule", "Fremdenschule {nr}", "Fremdenschule {no}"))));
            subjects.put("ReadyTexts", text);
            subjects.put("ReadyQueries", text);
            named.putAll(Map.of("ReadyTexts.place", ReadyPlace.COMMENT, "ReadyTexts.kind", "FAULT", "ReadyQueries.ticketId", ticket));
        }

        /** A team of technicians with a member. */
        private void team(Db db, ProcurementGiven b, Long ticket) {
            Long team = SchoolGiven.as(db, AT_HOME, () -> db.get(Teams.class).found(new Teams.Found(b.authority, "Fremdenschule")));
            Long other = SchoolGiven.as(db, AT_HOME, () -> db.get(Teams.class).found(new Teams.Found(b.authority, "Fremdenschule zwei")));
            Long technician = db.number("select id from app_user where login = ?", AT_HOME);
            Long member = SchoolGiven.as(db, AT_HOME, () -> db.get(Teams.class).join(team, new Teams.Join(technician, ProcurementGiven.today(), ProcurementGiven.today())));
            subjects.put("Teams", team);
            subjects.put("TicketRooms", ticket);
            subjects.put("SlotProposals", ticket);
            named.putAll(Map.of("Defects.rooms", List.of(b.room), "TicketRooms.roomIds", List.of(b.room)));
            subjects.put("TeamQueries", team);
            named.putAll(Map.of("memberId", member, "Teams.successorId", other, "Teams.fromOn", ProcurementGiven.today(), "Teams.toOn", ProcurementGiven.today(),
                    "Teams.join.fromOn", ProcurementGiven.today().plusDays(30), "Teams.join.toOn", ProcurementGiven.today().plusDays(30), "Teams.technicianId", technician));
            named.putAll(Map.of("TicketWork.teamId", team, "TeamQueries.schoolId", b.school));
        }

        /** A store with something in it, of which a ticket used some. */
        private void effort(Db db, ProcurementGiven b, Long ticket) {
            Long store = SchoolGiven.as(db, AT_HOME, () -> db.get(Stores.class).open(new Stores.Open(b.authority, "Fremdenschule")));
            Long other = SchoolGiven.as(db, AT_HOME, () -> db.get(Stores.class).open(new Stores.Open(b.authority, "Fremdenschule zwei")));
            Long lot = SchoolGiven.as(db, AT_HOME, () -> db.get(Stores.class).receive(store, new Stores.Receive("Dose", "m", new java.math.BigDecimal("500"), 500L, null)));
            Long fresh = SchoolGiven.as(db, AT_HOME, () -> db.get(Stores.class).receive(store, new Stores.Receive("Kabel", "m", new java.math.BigDecimal("500"), 500L, null)));
            Long used = SchoolGiven.as(db, AT_HOME, () -> db.get(Effort.class).use(ticket, new Effort.Use(store, "Dose", "m", java.math.BigDecimal.ONE)));
            Long time = SchoolGiven.as(db, AT_HOME, () -> db.get(Effort.class).spend(ticket, new Effort.Spend(5, null, null)));
            subjects.put("Stores", store);
            subjects.put("Effort", ticket);
            subjects.put("EffortQueries", ticket);
            named.putAll(Map.of("Effort.storeId", store, "Effort.article", "Dose", "Effort.unit", "m", "Stores.article", "Dose", "Stores.unit", "m", "Effort.minutes", 5, "Effort.strokes", "10,10 500,200"));
            named.putAll(Map.of("Effort.workedOn", ProcurementGiven.today(), "Effort.back.id", used, "Effort.unspend.id", time, "Stores.toStoreId", other, "Stores.correct.id", fresh,
                    "Stores.correct.lotId", fresh, "Stores.pay.lotId", lot, "Stores.pay.budgetId", db.number("select max(id) from budget where kind = 'OWN_MONEY'"),
                    "EffortQueries.store.id", store, "EffortQueries.storeId", store));
            b.budget(Category.MOBILE_DEVICE, 1_000_00);
            Long material = b.order(b.approved(b.item("Kabel", ModelKind.ACCESSORY, Category.MOBILE_DEVICE, 1_00), 9));
            Long line = b.orderView(material).lines().get(0).id();
            SchoolGiven.as(db, AT_HOME, () -> db.get(Receipts.class).receive(material, new Receipts.Receive(b.orderView(material).version(), "F-9", ProcurementGiven.today(),
                    List.of(new Receipts.Came(line, null, 9)))));
            Long stocked = SchoolGiven.as(db, AT_HOME, () -> db.get(Stocking.class).put(material, new Stocking.Put(b.orderView(material).version(), line, store, 2, null, null)));
            named.putAll(Map.of("Stocking.orderId", material, "Stocking.orderLineId", line, "Stocking.storeId", store, "Stocking.pieces", 1, "Stocking.lotId", stocked));
        }

        /** A wave whose ticket brings devices. */
        private void wave(Db db, ProcurementGiven b) {
            Long wave = SchoolGiven.as(db, AT_HOME, () -> db.get(Waves.class).create(new Waves.Plan(b.authority, "Fremdenschule", List.of(b.school), null, null,
                    null, ProcurementGiven.today(), List.of(new Waves.Trade("MOVE", false, false, 5, null)))));
            subjects.put("Waves", wave);
            named.putAll(Map.of("Waves.ticketId", db.number("select ticket_id from wave_ticket where wave_id = ?", wave), "Waves.kind", "SURVEY", "WaveQueries.kind",
                    "SURVEY", "Waves.startsOn", ProcurementGiven.today(), "WaveQueries.startsOn", ProcurementGiven.today(), "Waves.toOn", ProcurementGiven.today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY)),
                    "Waves.schoolIds", List.of(b.school), "WaveQueries.schoolIds", List.of(b.school)));
            named.putAll(Map.of("amount", new BigDecimal("1"), "perDay", 5, "workingDays", 1));
            named.put("Waves.building", null);
            named.put("WaveQueries.building", null);
            named.put("Waves.floor", null);
            named.put("WaveQueries.floor", null);
            named.put("roomKind", null);
        }

        /** Whoever sends version 1 has seen what is there. */
        private static void seen(Db db) {
            db.sql("select table_name as t from information_schema.columns where table_schema = database() and column_name = 'version'"
                    + " and table_name <> 'flyway_schema_history'").forEach(row -> db.sql("update `" + row.get("t") + "` set version = 1"));
        }

        List<String> secrets() {
            return secrets;
        }

        String serial() {
            return secrets.get(secrets.size() - 1);
        }

        Long authority() {
            return authority;
        }

        Long school() {
            return school;
        }

        private static Received received(Db db, String text) {
            return db.get(Intake.class).take(new ByteArrayInputStream((text + " der Fremdenschule").getBytes(StandardCharsets.UTF_8)), "fremd.txt");
        }

        private static void people(Db db, Long authorityA, Long schoolA, ProcurementGiven b) {
            both(db, STRANGER, authorityA, schoolA);
            both(db, AT_HOME, b.authority, b.school);
            for (Role role : List.of(Role.FUNDING_OFFICER, Role.ADMIN, Role.TECHNICIAN)) {
                db.sql("insert into role_assignment (user_id, role) select id, ? from app_user where login = ?", role.name(), AT_HOME);
            }
        }

        private static void both(Db db, String login, Long authority, Long school) {
            SchoolGiven.user(db, login, Role.SCHOOL_ADMIN, null, school);
            for (Role role : Role.values()) {
                if (role != Role.SCHOOL_ADMIN) {
                    db.sql("insert into role_assignment (user_id, role, authority_id) select id, ?, ? from app_user where login = ?",
                            role.name(), authority, login);
                }
            }
        }

        private static Long id(Db db, String table) {
            return db.number("select max(id) from " + table);
        }

        Object value(Class<?> owner, String method, String name, Type type) {
            Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
            if (named.containsKey(owner.getSimpleName() + "." + method + "." + name)) {
                return named.get(owner.getSimpleName() + "." + method + "." + name);
            }
            if (named.containsKey(owner.getSimpleName() + "." + name)) {
                return named.get(owner.getSimpleName() + "." + name);
            }
            if (named.containsKey(name) && !Collection.class.isAssignableFrom(raw)) {
                return named.get(name);
            }
            if (name.equals("id") && (raw == Long.class || raw == long.class)) {
                String asked = owner.getSimpleName();
                Long subject = subjects.getOrDefault(asked, subjects.getOrDefault(asked.replace("Queries", "s"),
                        subjects.get(asked.replace("Queries", ""))));
                assertThat(subject).as("a subject of authority B for %s.%s", owner.getSimpleName(), method).isNotNull();
                return subject;
            }
            if (raw == Received.class) {
                return upload;
            }
            if (raw == PageRequest.class) {
                return PageRequest.first();
            }
            if (raw == Consumer.class) {
                return (Consumer<Object>) row -> { };
            }
            if (raw == ListView.class) {
                return ListView.all();
            }
            if (raw == Locale.class) {
                return Locale.GERMAN;
            }
            if (raw.isRecord() && raw.getSimpleName().equals("Filter")) {
                return empty(raw);
            }
            if (raw.isRecord()) {
                return record(owner, method, raw);
            }
            if (Collection.class.isAssignableFrom(raw)) {
                Object one = named.containsKey(name) ? named.get(name)
                        : value(owner, method, "", ((ParameterizedType) type).getActualTypeArguments()[0]);
                return raw == Set.class ? Set.of(one) : List.of(one);
            }
            return plain(raw);
        }

        /** A filter that leaves nothing out. */
        private static Object empty(Class<?> filter) {
            return made(filter, new Object[filter.getRecordComponents().length]);
        }

        private Object record(Class<?> owner, String method, Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(owner, method, components[i].getName(), components[i].getGenericType());
            }
            return made(type, values);
        }

        private static Object made(Class<?> type, Object[] values) {
            try {
                var constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(type + " cannot be made", e);
            }
        }

        private static Object plain(Class<?> type) {
            if (type == String.class) {
                return "1";
            }
            if (type == Integer.class || type == int.class) {
                return 1;
            }
            if (type == Long.class || type == long.class) {
                return 1L;
            }
            if (type == char.class) {
                return ';';
            }
            if (type == Boolean.class || type == boolean.class) {
                return true;
            }
            if (type == LocalDate.class) {
                return ProcurementGiven.today();
            }
            if (type == LocalTime.class) {
                return LocalTime.of(8, 0);
            }
            if (type == Instant.class) {
                return ProcurementGiven.today().plusDays(1).atTime(10, 0).toInstant(java.time.ZoneOffset.UTC);
            }
            if (type == BigDecimal.class) {
                return BigDecimal.ONE;
            }
            if (type.isEnum()) {
                return type.getEnumConstants()[0];
            }
            if (type == byte[].class) {
                return new byte[] {1};
            }
            if (type == Map.class) {
                return Map.of();
            }
            return null;
        }
    }
}
