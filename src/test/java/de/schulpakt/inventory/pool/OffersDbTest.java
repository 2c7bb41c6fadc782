package de.schulpakt.inventory.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.install.fault.FaultQueries;
import de.schulpakt.install.fault.Faults;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Devices;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.step.Explained;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices change between schools of one authority with binding and fund, by offer and wish or sent by the authority. */
@DbTest
class OffersDbTest {
    private Db db;
    private ProcurementGiven giver;
    private Long other;
    private String taker;
    private Long device;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        giver = ProcurementGiven.school(db, "Abgabe");
        giver.budget(Category.MOBILE_DEVICE, 10_000_000);
        other = SchoolGiven.school(db, giver.authority, "Aufnahme");
        taker = SchoolGiven.user(db, "taker", Role.SCHOOL_ADMIN, null, other);
        device = InventoryGiven.device(db, InventoryGiven.tablet(db), giver.school, giver.room);
        InventoryGiven.place(db, giver.admin, device, giver.room);
        serve(device);
    }

    @Test
    void the_authority_sends_a_device_with_its_binding_and_both_schools_are_told() {
        DeviceQueries.View before = view(device);
        assertThat(before.bindingEndOn()).isNotNull();
        Long code = as(giver.admin, () -> db.get(Faults.class).makeCode(new Faults.MakeCode(null, device)));
        Long sent = send(List.of(device), other);
        DeviceQueries.View after = view(device);
        assertThat(after).extracting(DeviceQueries.View::schoolId, DeviceQueries.View::state, DeviceQueries.View::roomId, DeviceQueries.View::bindingEndOn,
                DeviceQueries.View::priceCents, DeviceQueries.View::fundingLabel).containsExactly(other, DeviceState.IN_STOCK, null, before.bindingEndOn(),
                        before.priceCents(), before.fundingLabel());
        assertThat(after.timeline().get(0).toString()).contains("DeviceAction.CHANGE_SCHOOL", "Aufnahme");
        assertThat(as(taker, () -> db.get(OfferQueries.class).view(sent)).state()).isEqualTo(OfferState.GIVEN);
        assertThat(as(giver.admin, () -> db.get(OfferQueries.class).view(sent)).timeline().get(0).toString()).contains("said.binding_goes_on");
        assertThat(told(giver.admin)).containsExactly("message.offer_left");
        assertThat(told(taker)).containsExactly("message.offer_come");
        assertThatThrownBy(() -> as(giver.admin, () -> db.get(DeviceQueries.class).view(device))).isInstanceOf(NotFound.class);
        assertThat(as(taker, () -> db.get(DeviceList.class).page(ListView.all())).total()).isEqualTo(1);
        assertThat(as(taker, () -> db.get(FaultQueries.class).codes(other))).as("the printed code goes with it").extracting(FaultQueries.Code::id).containsExactly(code);
        db.checks();
        send(List.of(device), giver.school);
        assertThat(view(device).schoolId()).as("and comes back in the same way").isEqualTo(giver.school);
        db.checks();
    }

    @Test
    void nothing_goes_to_another_authority_nor_to_where_it_is() {
        Long foreign = SchoolGiven.school(db, SchoolGiven.authority(db, "Nachbarkreis"), "Nachbarschule");
        SchoolGiven.user(db, "ueberall", Role.FUNDING_OFFICER, null, null);
        assertThatThrownBy(() -> as("ueberall", () -> db.get(Offers.class).send(new Offers.Send(List.of(device), foreign, "x")))).hasMessageContaining("offer.other_authority");
        assertThatThrownBy(() -> send(List.of(device), foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> send(List.of(device), giver.school)).hasMessageContaining("offer.same_school");
        assertThatThrownBy(() -> as(giver.admin, () -> db.get(Offers.class).send(new Offers.Send(List.of(device), other, "x")))).isInstanceOf(NotFound.class);
        Long lonely = SchoolGiven.school(db, "Ohne Träger");
        String lone = SchoolGiven.user(db, "lone", Role.SCHOOL_ADMIN, null, lonely);
        Long there = InventoryGiven.device(db, InventoryGiven.tablet(db), lonely, null);
        assertThatThrownBy(() -> as(lone, () -> db.get(Offers.class).offer(new Offers.Open(List.of(there), "x")))).hasMessageContaining("offer.no_authority");
    }

    @Test
    void what_is_lent_worked_on_or_to_be_given_up_stays() {
        Long loan = as(giver.admin, () -> db.get(Loans.class).handOut(new Loans.HandOut(List.of(device), Loans.BorrowerKind.TEACHER, "Erika Muster", null, null, false,
                null, true, Loans.LoanCondition.SOUND, null, ProcurementGiven.today().plusDays(3)))).get(0);
        assertThatThrownBy(() -> send(List.of(device), other)).hasMessageContaining("device.lent");
        assertThatThrownBy(() -> offer(device)).hasMessageContaining("offer.not_free");
        as(giver.admin, () -> {
            db.get(Loans.class).takeBack(loan, new Loans.TakeBack(db.get(de.schulpakt.inventory.loan.LoanQueries.class).view(loan).version(), Loans.LoanCondition.SOUND, null, null));
            return null;
        });
        Long ticket = as(giver.admin, () -> db.get(Tickets.class).open(new Tickets.Open(giver.school, giver.room, "FAULT", "Bild flackert", null, null, List.of(device), null)));
        assertThatThrownBy(() -> send(List.of(device), other)).hasMessageContaining("device.ticket_open");
        db.sql("update ticket set state = 'CANCELLED', closed_at = now(6) where id = ?", ticket);
        as(giver.officer, () -> {
            db.get(Devices.class).askRetire(device, new Devices.Retire(InventoryGiven.version(db, device), "alt"));
            return null;
        });
        assertThatThrownBy(() -> send(List.of(device), other)).hasMessageContaining("device.end_waits");
        assertThat(view(device).schoolId()).isEqualTo(giver.school);
    }

    @Test
    void a_school_offers_another_asks_and_gets_it() {
        Long offer = offer(device);
        assertThatThrownBy(() -> offer(device)).satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("device_offered_once"));
        assertThat(as(taker, () -> db.get(OfferList.class).page(ListView.all())).total()).as("nothing binds it to a programme").isEqualTo(1);
        assertThat(as(taker, () -> db.get(OfferQueries.class).view(offer)).askers()).extracting(OfferQueries.Asker::id).containsExactly(other);
        assertThatThrownBy(() -> give(offer, other)).hasMessageContaining("offer.not_asked");
        ask(taker, offer, other);
        assertThatThrownBy(() -> ask(taker, offer, other)).satisfies(e -> assertThat(Explained.of(e, Locale.GERMAN)).get().extracting(Explained::code).isEqualTo("device_offer_asked_once"));
        assertThat(told(giver.admin)).containsExactly("message.offer_asked");
        assertThatThrownBy(() -> ask(giver.admin, offer, giver.school)).hasMessageContaining("offer.same_school");
        as(taker, () -> {
            db.get(Offers.class).takeBack(offer, new Offers.Asking(other));
            return null;
        });
        assertThatThrownBy(() -> give(offer, other)).hasMessageContaining("offer.not_asked");
        ask(taker, offer, other);
        assertThatThrownBy(() -> as(taker, () -> {
            db.get(Offers.class).give(offer, new Offers.Give(0, other, null));
            return null;
        })).isInstanceOf(NotFound.class);
        assertThat(as(taker, () -> db.get(OfferQueries.class).view(offer)).timeline()).as("who else asks is not for the others").isEmpty();
        assertThat(as(giver.admin, () -> db.get(OfferQueries.class).view(offer)).timeline().toString()).contains("Aufnahme");
        give(offer, other);
        assertThat(view(device).schoolId()).isEqualTo(other);
        assertThatThrownBy(() -> as(taker, () -> {
            db.get(Offers.class).takeBack(offer, new Offers.Asking(other));
            return null;
        })).hasMessageContaining("offer.ended");
        assertThat(told(taker)).containsExactly("message.offer_come");
        assertThatThrownBy(() -> ask(taker, offer, other)).hasMessageContaining("offer.ended");
        db.checks();
    }

    @Test
    void what_is_offered_is_not_sent_and_what_belongs_to_another_school_by_now_is_not_given() {
        Long third = SchoolGiven.school(db, giver.authority, "Dritte");
        Long offer = offer(device);
        ask(taker, offer, other);
        assertThatThrownBy(() -> send(List.of(device), third)).hasMessageContaining("offer.not_free");
        db.sql("update device set school_id = ?, room_id = null where id = ?", third, device);
        assertThatThrownBy(() -> give(offer, other)).hasMessageContaining("offer.not_free");
        assertThat(view(device).schoolId()).isEqualTo(third);
    }

    @Test
    void what_a_programme_has_paid_is_offered_to_its_schools_only() {
        Long item = giver.tablet(40_000);
        Long funded = receivedFrom(item);
        Long mixed = device;
        assertThatThrownBy(() -> as(giver.admin, () -> db.get(Offers.class).offer(new Offers.Open(List.of(funded, mixed), "x")))).hasMessageContaining("offer.several_funds");
        Long offer = offer(funded);
        assertThat(as(taker, () -> db.get(OfferList.class).page(ListView.all())).total()).isZero();
        assertThatThrownBy(() -> as(taker, () -> db.get(OfferQueries.class).view(offer))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> ask(taker, offer, other)).isInstanceOf(NotFound.class);
        FundingGiven.budget(db, giver.authority, other, Category.LAN, 100_000);
        Long programme = db.number("select programme_id from device_offer where id = ?", offer);
        db.sql("update budget set programme_id = ? where school_id = ?", programme, other);
        assertThat(as(taker, () -> db.get(OfferList.class).page(ListView.all())).total()).isEqualTo(1);
        ask(taker, offer, other);
        give(offer, other);
        assertThat(as(taker, () -> db.get(DeviceQueries.class).payers(funded))).extracting(DeviceQueries.Payer::schoolId)
                .as("the money stays with the school that had it").containsExactly(giver.school);
        assertThat(as(giver.officer, () -> db.get(OfferQueries.class).view(offer)).timeline().toString()).doesNotContain("offer.fund_doubt");
        Long apart = SchoolGiven.school(db, giver.authority, "Ohne Programm");
        Long second = receivedFrom(item);
        assertThat(as(giver.officer, () -> db.get(OfferQueries.class).view(send(List.of(second), apart))).timeline().toString()).contains("offer.fund_doubt");
    }

    @Test
    void who_withdraws_keeps_it_and_may_offer_again() {
        Long offer = offer(device);
        as(giver.admin, () -> {
            db.get(Offers.class).withdraw(offer, new Offers.Step(db.get(OfferQueries.class).view(offer).version(), null));
            return null;
        });
        assertThat(as(taker, () -> db.get(OfferList.class).page(ListView.all())).total()).isZero();
        offer(device);
        Long second = SchoolGiven.school(db, giver.authority, "Zweite");
        db.sql("insert into role_assignment (user_id, role, school_id) select id, 'SCHOOL_ADMIN', ? from app_user where login = 'taker'", second);
        Long there = InventoryGiven.device(db, InventoryGiven.tablet(db), other, null);
        Long elsewhere = InventoryGiven.device(db, InventoryGiven.tablet(db), second, null);
        assertThatThrownBy(() -> as(taker, () -> db.get(Offers.class).offer(new Offers.Open(List.of(there, elsewhere), "x")))).hasMessageContaining("offer.several_schools");
        SchoolGiven.user(db, "sieht", Role.AUDITOR, giver.authority, null);
        assertThatThrownBy(() -> as("sieht", () -> db.get(Offers.class).offer(new Offers.Open(List.of(device), "x")))).isInstanceOf(Forbidden.class);
        db.checks();
    }

    private Long receivedFrom(Long item) {
        Long order = giver.order(giver.approved(item, 1));
        giver.receive(order, "LS" + order, 40_000L, "SN-P" + order);
        return db.number("select max(id) from device");
    }

    private Long offer(Long id) {
        return as(giver.admin, () -> db.get(Offers.class).offer(new Offers.Open(List.of(id), "wird nicht gebraucht")));
    }

    private Long send(List<Long> ids, Long to) {
        return as(giver.officer, () -> db.get(Offers.class).send(new Offers.Send(ids, to, "Bedarf dort")));
    }

    private void ask(String login, Long offer, Long school) {
        as(login, () -> {
            db.get(Offers.class).ask(offer, new Offers.Wish(school, "für die 7b"));
            return null;
        });
    }

    private void give(Long offer, Long school) {
        as(giver.admin, () -> {
            db.get(Offers.class).give(offer, new Offers.Give(as(giver.admin, () -> db.get(OfferQueries.class).view(offer)).version(), school, null));
            return null;
        });
    }

    private void serve(Long id) {
        as(giver.admin, () -> {
            db.get(Devices.class).serve(id, new Devices.Serve(InventoryGiven.version(db, id), null));
            return null;
        });
    }

    private List<Object> told(String login) {
        return db.sql("select n.kind as kind from notice n join app_user u on u.id = n.user_id where u.login = ? and n.kind like 'message.offer%' order by n.id", login)
                .stream().map(row -> row.get("kind")).toList();
    }

    private DeviceQueries.View view(Long id) {
        InventoryGiven.officer(db);
        return as(InventoryGiven.OFFICER, () -> db.get(DeviceQueries.class).view(id));
    }

    private <T> T as(String login, java.util.concurrent.Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
