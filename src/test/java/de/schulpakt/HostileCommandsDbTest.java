package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.inquiry.InquiryState;
import de.schulpakt.funding.revision.RevisionState;
import de.schulpakt.funding.transfer.TransferState;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.procurement.invoice.InvoiceState;
import de.schulpakt.procurement.order.OrderState;
import de.schulpakt.procurement.request.RequestState;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every part of every command of every use case gets what nobody should send, one at a time, beside values that make sense.
 * The answer is a field error, a refusal of the field or success: never a failure of the program, and nothing half stored.
 */
@DbTest
class HostileCommandsDbTest {
    private static final String LOAN = "update loan l join device d on d.id = l.device_id set d.lent = false, l.ended_at = now(6), ";
    private static final int LONG = 20_000;
    /** Fields of commands that need more than their subject in the right state, and the column that keeps them. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("Deputies.nameFor cmd.login", "app_user.login"), Map.entry("Deputies.nameFor cmd.note", "deputy.note"),
            Map.entry("Orders.award cmd.awardReference", "purchase_order.award_reference"),
            Map.entry("Applications.changePosition cmd.description", "funding_position.description"),
            Map.entry("Applications.decide cmd.reason", "history.note"),
            Map.entry("Applications.decide cmd.terms", "application.terms"),
            Map.entry("Applications.decide cmd.termsVersion", "application.terms_version"),
            Map.entry("DecisionCorrections.confirm cmd.note", "history.note"),
            Map.entry("DecisionCorrections.propose cmd.reason", "decision_correction.reason"),
            Map.entry("DecisionCorrections.propose cmd.reference", "decision_correction.reference"),
            Map.entry("DecisionCorrections.propose cmd.terms", "decision_correction.terms"),
            Map.entry("DecisionCorrections.propose cmd.termsVersion", "decision_correction.terms_version"),
            Map.entry("Revisions.decide cmd.reason", "history.note"),
            Map.entry("Revisions.decide cmd.reference", "revision.reference"),
            Map.entry("Revisions.decide cmd.terms", "revision.terms"),
            Map.entry("Revisions.decide cmd.termsVersion", "revision.terms_version"),
            Map.entry("Revisions.note cmd.reference", "revision.reference"),
            Map.entry("Revisions.note cmd.words", "history.note"),
            Map.entry("Revisions.revoke cmd.reference", "revision.reference"),
            Map.entry("Revisions.revoke cmd.terms", "revision.terms"),
            Map.entry("Revisions.revoke cmd.termsVersion", "revision.terms_version"),
            Map.entry("Revisions.submit cmd.note", "history.note"),
            Map.entry("Revisions.undo cmd.reason", "history.note"),
            Map.entry("Applications.decide cmd.reference", "application.decision_reference"),
            Map.entry("Asks.reopen cmd.note", "history.note"),
            Map.entry("AwardInvites.invite cmd.answerTo", "award_invite.answer_to"),
            Map.entry("AwardInvites.invite cmd.to[0].email", "award_invite.recipient"),
            Map.entry("AwardInvites.invite cmd.words", "award_invite.words"),
            Map.entry("AwardLimits.give cmd.note", "award_limit.note"),
            Map.entry("Bookings.putBack cmd.note", "history.note"),
            Map.entry("PaymentPlans.change cmd.reason", "history.note"),
            Map.entry("PaymentPlans.record cmd.note", "history.note"),
            Map.entry("FollowCosts.takeOver cmd.modelKind", "follow_cost.model_kind"),
            Map.entry("FollowCosts.takeOver cmd.title", "follow_cost.title"),
            Map.entry("Revisions.write cmd.description", "revision_line.description"),
            Map.entry("Revisions.write cmd.why", "revision_line.why"),
            Map.entry("Awards.ask cmd.company", "award_bid.company"),
            Map.entry("Awards.change cmd.facts.callOffNo", "award_file.call_off_no"),
            Map.entry("Awards.decide cmd.note", "history.note"),
            Map.entry("Awards.giveBack cmd.reason", "history.note"),
            Map.entry("Awards.open cmd.facts.callOffNo", "award_file.call_off_no"),
            Map.entry("Differences.restore cmd.reason", "history.note"),
            Map.entry("OtherPlaces.reopen cmd.reason", "history.note"),
            Map.entry("Rooms.close cmd.reason", "history.note"),
            Map.entry("Rooms.reopen cmd.reason", "history.note"),
            Map.entry("Differences.reopen cmd.reason", "history.note"),
            Map.entry("DeviceModels.resume cmd.reason", "history.note"),
            Map.entry("DeviceMoney.tie cmd.reason", "history.note"),
            Map.entry("DeviceMoney.untie cmd.reason", "history.note"),
            Map.entry("Devices.describe cmd.note", "history.note"),
            Map.entry("Devices.describe cmd.spot", "device.spot"),
            Map.entry("Devices.confirmRetire cmd.note", "history.note"),
            Map.entry("Devices.keep cmd.note", "history.note"),
            Map.entry("Devices.retire cmd.consent", "device.consent"),
            Map.entry("Devices.retire cmd.erasure", "device.erasure"),
            Map.entry("Devices.retire cmd.reason", "history.note"),
            Map.entry("Devices.returnToService cmd.note", "history.note"),
            Map.entry("Devices.serve cmd.note", "history.note"),
            Map.entry("GoodsChecks.settle cmd.note", "history.note"),
            Map.entry("OrderMails.send cmd.note", "history.note"),
            Map.entry("TagRolls.bind cmd.tag", "history.facts"),
            Map.entry("Incidents.reopen cmd.reason", "history.note"),
            Map.entry("TagRolls.reopen cmd.reason", "history.note"),
            Map.entry("PaymentSettings.set cmd.bic", "payment_setting.bic"),
            Map.entry("PaymentSettings.set cmd.iban", "payment_setting.iban"),
            Map.entry("Payments.release cmd.note", "history.note"),
            Map.entry("SupplierAccounts.end cmd.reason", "history.note"),
            Map.entry("SupplierAccounts.propose cmd.bic", "supplier_account.bic"),
            Map.entry("SupplierAccounts.propose cmd.holder", "supplier_account.holder"),
            Map.entry("SupplierAccounts.propose cmd.iban", "supplier_account.iban"),
            Map.entry("SupplierAccounts.propose cmd.source", "supplier_account.source"),
            Map.entry("Kinds.change cmd.facts.defectKind", "ticket_kind.defect_kind"),
            Map.entry("Kinds.create cmd.facts.defectKind", "ticket_kind.defect_kind"),
            Map.entry("Effort.use cmd.article", "material_use.article"),
            Map.entry("Effort.use cmd.unit", "material_use.unit"),
            Map.entry("Stores.change cmd.name", "store.name"),
            Map.entry("Stores.count cmd.article", "store_lot.article"),
            Map.entry("Stores.count cmd.unit", "store_lot.unit"),
            Map.entry("Stores.move cmd.article", "store_lot.article"),
            Map.entry("Stores.move cmd.unit", "store_lot.unit"),
            Map.entry("Waves.create cmd.building", "wave.building"),
            Map.entry("Waves.create cmd.floor", "wave.floor"),
            Map.entry("Waves.create cmd.trades[0].kind", "wave_trade.kind_code"),
            Map.entry("Defects.accept cmd.defects", "ticket.defects"),
            Map.entry("Defects.accept cmd.items[0].what", "defect.what"),
            Map.entry("Kinds.change cmd.facts.followUp", "ticket_kind.follow_up"),
            Map.entry("Kinds.change cmd.facts.results[0].nameDe", "ticket_kind.results"),
            Map.entry("Kinds.change cmd.facts.results[0].nameEn", "ticket_kind.results"),
            Map.entry("Kinds.change cmd.facts.results[0].unit", "ticket_kind.results"),
            Map.entry("Kinds.change cmd.facts.team", "ticket_kind.team"),
            Map.entry("Kinds.create cmd.facts.results[0].nameDe", "ticket_kind.results"),
            Map.entry("Kinds.create cmd.facts.results[0].nameEn", "ticket_kind.results"),
            Map.entry("Kinds.create cmd.facts.results[0].unit", "ticket_kind.results"),
            Map.entry("Kinds.create cmd.facts.team", "ticket_kind.team"),
            Map.entry("TicketResults.give cmd.results[0].value", "ticket_result.value"),
            Map.entry("Kinds.change code", "ticket_kind.code"),
            Map.entry("Kinds.create cmd.code", "ticket_kind.code"),
            Map.entry("Kinds.create cmd.facts.followUp", "ticket_kind.follow_up"),
            Map.entry("Kinds.create cmd.facts.nameDe", "ticket_kind.name_de"),
            Map.entry("Kinds.create cmd.facts.nameEn", "ticket_kind.name_en"),
            Map.entry("Kinds.create cmd.facts.stepsDe", "ticket_kind.steps_de"),
            Map.entry("Kinds.create cmd.facts.stepsEn", "ticket_kind.steps_en"),
            Map.entry("Letters.write cmd.closing", "letter_version.closing"),
            Map.entry("Letters.write cmd.opening", "letter_version.opening"),
            Map.entry("ManyDevices.confirmRetire cmd.reason", "history.note"),
            Map.entry("ManyDevices.keep cmd.reason", "history.note"),
            Map.entry("ManyDevices.returnToService cmd.reason", "history.note"),
            Map.entry("ManyDevices.serve cmd.reason", "history.note"),
            Map.entry("Drawdowns.correct cmd.reason", "history.note"),
            Map.entry("Drawdowns.repay cmd.reason", "history.note"),
            Map.entry("Proofs.accept cmd.reference", "proof.reference"),
            Map.entry("Proofs.answer cmd.reason", "history.note"),
            Map.entry("Proofs.correct cmd.reason", "history.note"),
            Map.entry("Proofs.drop cmd.reason", "history.note"),
            Map.entry("Proofs.query cmd.question", "proof.question"),
            Map.entry("Proofs.reclaim cmd.reason", "proof_recovery.reason"),
            Map.entry("Proofs.reclaim cmd.reference", "proof_recovery.reference"),
            Map.entry("Proofs.reopen cmd.reason", "history.note"),
            Map.entry("MailAdmin.tryOut cmd.email", "mail.recipient"),
            Map.entry("NetworkPlans.addVlan cmd.addresses", "network_vlan.addresses"),
            Map.entry("NetworkPlans.changeVlan cmd.addresses", "network_vlan.addresses"),
            Map.entry("Orders.place cmd.awardReference", "purchase_order.award_reference"),
            Map.entry("Packs.check cmd.fileName", "rule_pack.file_name"),
            Map.entry("Packs.checkShipped cmd.name", "rule_pack.file_name"),
            Map.entry("Papers.attach cmd.kind", "paper_kind.code"),
            Map.entry("Papers.describe cmd.kind", "paper_kind.code"),
            Map.entry("Programmes.addRule cmd.source", "programme_rule.source"),
            Map.entry("Programmes.addRule cmd.sourceUrl", "programme_rule.source_url"),
            Map.entry("Programmes.addRule cmd.value", "programme_rule.value"),
            Map.entry("Imports.takeBack cmd.reason", "history.note"),
            Map.entry("Programmes.addRules cmd.value", "programme_rule.value"),
            Map.entry("Programmes.change cmd.code", "programme.code"),
            Map.entry("Programmes.change cmd.name", "programme.name"),
            Map.entry("Programmes.withdraw cmd.reason", "programme.withdrawal_reason"),
            Map.entry("Programmes.setCeiling cmd.source", "programme_ceiling.source"),
            Map.entry("Stocktakes.close cmd.note", "history.note"),
            Map.entry("Stocktakes.reopen cmd.note", "history.note"),
            Map.entry("Stocktakes.unscan cmd.why", "history.note"),
            Map.entry("Drawdowns.request cmd.reference", "drawdown.reference"),
            Map.entry("Stocktakes.open cmd.title", "stocktake.title"),
            Map.entry("Invoices.address cmd.leitwegId", "billing_address.leitweg_id"),
            Map.entry("Reading.read cmd.name", "paper.name"),
            Map.entry("Tickets.accept cmd.note", "history.note"),
            Map.entry("Tickets.acceptWithDefects cmd.defects", "ticket.defects"),
            Map.entry("Tickets.acceptWithDefects cmd.note", "history.note"),
            Map.entry("Ratings.accept cmd.note", "history.note"),
            Map.entry("Ratings.accept cmd.word", "ticket_rating.word"),
            Map.entry("Ratings.rate cmd.word", "ticket_rating.word"),
            Map.entry("Ratings.withdraw cmd.reason", "history.note"),
            Map.entry("Reimaging.plan cmd.kind", "ticket_kind.code"),
            Map.entry("ReadyTexts.change cmd.facts.kind", "ticket_kind.code"),
            Map.entry("ReadyTexts.resume cmd.reason", "history.note"),
            Map.entry("ReadyTexts.write cmd.facts.kind", "ticket_kind.code"),
            Map.entry("Teams.resume cmd.reason", "history.note"),
            Map.entry("Tickets.withdraw cmd.reason", "history.note"),
            Map.entry("Waves.unwaive cmd.reason", "history.note"),
            Map.entry("TicketRooms.withdraw cmd.reason", "history.note"),
            Map.entry("Defects.acceptRooms cmd.items[0].what", "defect.what"),
            Map.entry("Defects.acceptRooms cmd.note", "history.note"),
            Map.entry("Defects.acceptPictured cmd.items[0].what", "defect.what"),
            Map.entry("Defects.acceptPictured cmd.note", "history.note"),
            Map.entry("TicketParts.rejoin cmd.reason", "history.note"),
            Map.entry("TicketParts.split cmd.note", "history.note"),
            Map.entry("TicketParts.split cmd.parts[0].title", "ticket.title"),
            Map.entry("TicketParts.splitByRoom cmd.note", "history.note"),
            Map.entry("TicketWork.finish cmd.outcome", "ticket.outcome"),
            Map.entry("TicketWork.link cmd.otherNo", "ticket.no"),
            Map.entry("TicketWork.merge cmd.otherNo", "ticket.no"),
            Map.entry("TicketWork.unlink cmd.otherNo", "ticket.no"),
            Map.entry("TicketWork.solve cmd.outcome", "ticket.outcome"),
            Map.entry("Tickets.open cmd.kind", "ticket_kind.code"),
            Map.entry("Users.create cmd.email", "app_user.email"),
            Map.entry("Users.create cmd.login", "app_user.login"),
            Map.entry("Users.create cmd.name", "app_user.name"));

    @Test
    void no_value_of_a_command_is_a_failure_of_the_program(Db db) {
        ForeignSubjectDbTest.World world = new ForeignSubjectDbTest.World(db);
        Map<String, String> wrong = new TreeMap<>();
        int[] calls = new int[1];
        for (Method method : ForeignSubjectDbTest.useCases()) {
            Object[] good = new Object[method.getParameterCount()];
            for (int i = 0; i < good.length; i++) {
                good[i] = world.value(method.getDeclaringClass(), method.getName(), method.getParameters()[i].getName(), method.getGenericParameterTypes()[i]);
            }
            for (int i = 0; i < good.length; i++) {
                int at = i;
                bad(method.getGenericParameterTypes()[i], good[i], method.getParameters()[i], method.getParameters()[i].getName(), (path, value) -> {
                    calls[0]++;
                    Object[] arguments = good.clone();
                    arguments[at] = value;
                    Throwable failure = call(db, method, arguments);
                    Optional<Explained> why = failure == null ? Optional.empty() : Explained.of(failure, Locale.GERMANY);
                    if (failure != null && (why.isEmpty() || why.get().status() >= 500)) {
                        wrong.put(method.getDeclaringClass().getSimpleName() + "." + method.getName() + " " + path, root(failure));
                    }
                });
            }
        }
        assertThat(wrong).as("of %s calls", calls[0]).isEmpty();
        assertThat(calls[0]).isGreaterThan(1_000);
        db.checks();
    }

    /** What a field takes is kept whole: what is longest in each text of each command stands in a column afterwards. */
    @Test
    void the_longest_text_of_every_field_fits_its_column(Db db) {
        ForeignSubjectDbTest.World world = new ForeignSubjectDbTest.World(db);
        String anywhere = db.sql("select concat('exists (select 1 from `', c.table_name, '` where `', c.column_name, '` = ?1)') as q"
                + " from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name"
                + " where c.table_schema = database() and t.table_type = 'BASE TABLE' and c.data_type in ('varchar', 'char', 'text', 'mediumtext', 'longtext')")
                .stream().map(row -> row.get("q").toString()).collect(Collectors.joining(" or ", "select ", ""));
        Map<String, String> lost = new TreeMap<>();
        Set<String> kept = new TreeSet<>();
        for (Method method : ForeignSubjectDbTest.useCases()) {
            Object[] good = new Object[method.getParameterCount()];
            for (int i = 0; i < good.length; i++) {
                good[i] = world.value(method.getDeclaringClass(), method.getName(), method.getParameters()[i].getName(), method.getGenericParameterTypes()[i]);
            }
            for (int i = 0; i < good.length; i++) {
                int at = i;
                longest(method.getGenericParameterTypes()[i], good[i], method.getParameters()[i], method.getParameters()[i].getName(), (path, value, text) -> {
                    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName() + " " + path;
                    Object[] arguments = good.clone();
                    arguments[at] = value;
                    boolean[] found = new boolean[1];
                    for (String state : states(method.getDeclaringClass())) {
                        Throwable failure = call(db, method, arguments, state, () -> found[0] = ((Number) db.get(EntityManager.class)
                                .createNativeQuery(anywhere).setParameter(1, text).getSingleResult()).longValue() > 0);
                        lost.putIfAbsent(name, failure == null ? "is not kept" : root(failure));
                        if (found[0]) {
                            kept.add(name);
                            return;
                        }
                    }
                });
            }
        }
        lost.keySet().removeAll(kept);
        // a hash of it is kept
        lost.keySet().removeIf(name -> name.endsWith(".password"));
        // it is sealed
        lost.keySet().remove("Secrets.keep cmd.secret");
        // a key is read from it, and that is kept
        lost.keySet().remove("Signers.add cmd.publicKey");
        // the subject that it leads to is read from it, and that is kept
        lost.remove("Arrivals.assign cmd.page");
        // names are read from it, and each of them is kept
        lost.keySet().removeIf(name -> name.endsWith(".ports"));
        ELSEWHERE.forEach((name, column) -> {
            assertThat(lost).as("is kept, and need not be named").containsKey(name);
            lost.remove(name);
            long length = db.number("select character_maximum_length from information_schema.columns where table_schema = database()"
                    + " and concat(table_name, '.', column_name) = ?", column);
            assertThat(length).as("%s in %s", name, column).isGreaterThanOrEqualTo(max(name));
        });
        assertThat(lost).as("%s kept", kept.size()).isEmpty();
    }

    /** What brings the subject of a use case into each of its states; what has none stays as it is. */
    private static List<String> states(Class<?> useCases) {
        Map<String, Class<? extends Enum<?>>> flows = Map.of("ticket", TicketState.class, "device", DeviceState.class, "request", RequestState.class,
                "inquiry", InquiryState.class, "revision", RevisionState.class, "transfer", TransferState.class, "application", ApplicationState.class, "purchase_order", OrderState.class, "invoice", InvoiceState.class);
        String table = useCases.getSimpleName().equals("Revisions") ? "revision" : useCases.getSimpleName().equals("Inquiries") ? "inquiry" : useCases.getSimpleName().equals("Slots") || useCases.getSimpleName().equals("Defects") ? "ticket" : Map.of("Transfers", "transfer", "Tickets", "ticket", "TicketWork", "ticket", "Visits", "ticket", "Devices", "device", "ManyDevices", "device", "Requests", "request",
                "Applications", "application", "Orders", "purchase_order", "Invoices", "invoice").get(useCases.getSimpleName());
        List<String> states = new ArrayList<>(List.of(""));
        states.addAll(Map.of("BudgetCorrections", List.of("update budget_correction set state = 'BOOKED'",
                "update budget_correction set state = 'COUNTER_PROPOSED', amount_cents = -1"), "FollowCosts", List.of("update follow_cost set state = 'TAKEN_BACK'"), "Claims", List.of("update loan_claim set state = 'PAID', paid_on = current_date, open_on = null"),
                "Loans", List.of(LOAN + "l.state = 'RETURNED'", LOAN + "l.state = 'LOST'"),
                "Concepts", List.of("update school_concept set withdrawn_on = current_date", "update school_concept set school_signed_on = current_date"),
                "SetMoves", List.of("update loan_set_move set state = 'DONE'"),
                "Bookings", List.of("update loan_booking set from_on = current_date", "update loan_booking set state = 'CANCELLED'"))
                .getOrDefault(useCases.getSimpleName(), List.of()));
        if (table != null) {
            Arrays.stream(flows.get(table).getEnumConstants()).forEach(state -> states.add("update " + table + " set state = '" + state.name() + "'"
                    + (table.equals("ticket") ? ", assignee_id = (select id from app_user where login = '" + ForeignSubjectDbTest.AT_HOME + "')" : "")));
        }
        return states;
    }

    private static String email(int length) {
        return ("x@" + ("e".repeat(49) + ".").repeat(length / 50 + 1)).substring(0, length - 1) + "e";
    }

    private static int max(String name) {
        String[] words = name.split("[. ]");
        Method method = ForeignSubjectDbTest.useCases().stream().filter(m -> m.getDeclaringClass().getSimpleName().equals(words[0])
                && m.getName().equals(words[1])).findFirst().orElseThrow();
        if (words.length == 3) {
            return Arrays.stream(method.getParameters()).filter(p -> p.getName().equals(words[2])).findFirst().orElseThrow().getAnnotation(Size.class).max();
        }
        Class<?> command = Arrays.stream(method.getParameterTypes()).filter(Class::isRecord).findFirst().orElseThrow();
        RecordComponent last = null;
        for (String word : Arrays.asList(words).subList(3, words.length)) {
            last = Arrays.stream(command.getRecordComponents()).filter(c -> c.getName().equals(word.replace("[0]", ""))).findFirst().orElseThrow();
            command = word.endsWith("[0]") ? (Class<?>) ((ParameterizedType) last.getGenericType()).getActualTypeArguments()[0] : last.getType();
        }
        return last.getAccessor().getAnnotation(Size.class).max();
    }

    private interface Longest {
        void value(String path, Object value, String text);
    }

    private static void longest(Type type, Object good, AnnotatedElement place, String path, Longest found) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        Size size = place.getAnnotation(Size.class);
        if (raw == String.class && size != null && size.max() < Integer.MAX_VALUE) {
            for (String text : path.endsWith("mail") ? List.of(email(size.max())) : path.endsWith("login") ? List.of("x".repeat(size.max())) : List.of("ü".repeat(size.max()))) {
                found.value(path, text, text);
            }
        } else if (List.class.isAssignableFrom(raw) && good != null && !((List<?>) good).isEmpty()) {
            longest(((ParameterizedType) type).getActualTypeArguments()[0], ((List<?>) good).get(0), good.getClass(), path + "[0]",
                    (p, value, text) -> found.value(p, Collections.singletonList(value), text));
        } else if (raw.isRecord() && good != null) {
            RecordComponent[] components = raw.getRecordComponents();
            Object[] values = Arrays.stream(components).map(c -> read(c, good)).toArray();
            for (int i = 0; i < components.length; i++) {
                int at = i;
                longest(components[i].getGenericType(), values[i], components[i].getAccessor(), path + "." + components[i].getName(), (p, value, text) -> {
                    Object[] changed = values.clone();
                    changed[at] = value;
                    found.value(p, make(raw, components, changed), text);
                });
            }
        }
    }

    private static String root(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null && t.getCause() != t) {
            t = t.getCause();
        }
        return t.toString().lines().findFirst().orElse("");
    }

    /** Calls it, writes what it has changed, and undoes it; answers what was thrown. */
    private static Throwable call(Db db, Method method, Object[] arguments) {
        return call(db, method, arguments, "", () -> { });
    }

    /** The same, with something changed before, and looked at before it is undone. */
    private static Throwable call(Db db, Method method, Object[] arguments, String before, Runnable look) {
        Throwable[] thrown = new Throwable[1];
        try {
            db.tx(() -> {
                SchoolGiven.as(db, ForeignSubjectDbTest.AT_HOME, () -> {
                    try {
                        if (!before.isEmpty()) {
                            db.get(EntityManager.class).createNativeQuery(before).executeUpdate();
                        }
                        method.invoke(db.get(method.getDeclaringClass()), arguments);
                        db.get(EntityManager.class).flush();
                        look.run();
                    } catch (InvocationTargetException e) {
                        thrown[0] = e.getCause();
                    } catch (RuntimeException e) {
                        thrown[0] = e;
                    }
                    return null;
                });
                throw new Undone();
            });
        } catch (RuntimeException e) {
            return thrown[0] == null && !(e instanceof Undone) ? e : thrown[0];
        }
        return thrown[0];
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private interface Found {
        void value(String path, Object value);
    }

    /** All hostile forms of a value, each with the place in which it differs from the good one. */
    private static void bad(Type type, Object good, AnnotatedElement place, String path, Found found) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (!raw.isPrimitive()) {
            found.value(path + "=null", null);
        }
        if (raw == String.class) {
            texts(place, text -> found.value(path + "=" + shown(text), text));
        } else if (raw == Long.class || raw == long.class) {
            List.of(-1L, 0L, Long.MAX_VALUE, Long.MIN_VALUE).forEach(n -> found.value(path + "=" + n, n));
        } else if (raw == Integer.class || raw == int.class) {
            List.of(-1, 0, Integer.MAX_VALUE, Integer.MIN_VALUE).forEach(n -> found.value(path + "=" + n, n));
        } else if (raw == BigDecimal.class) {
            List.of("-1", "0", "1E+30", "1E-30", "99999999999.999999").forEach(n -> found.value(path + "=" + n, new BigDecimal(n)));
        } else if (raw == LocalDate.class) {
            List.of("0001-01-01", "0026-11-23", "1900-01-01", "9999-12-31", "2100-12-31").forEach(d -> found.value(path + "=" + d, LocalDate.parse(d)));
        } else if (raw == Instant.class) {
            List.of(Instant.EPOCH, Instant.MIN, Instant.MAX, Instant.parse("9999-12-31T23:59:59Z")).forEach(at -> found.value(path + "=" + at, at));
        } else if (List.class.isAssignableFrom(raw)) {
            lists((ParameterizedType) type, (List<?>) good, path, found);
        } else if (raw.isRecord() && good != null) {
            components(raw, good, path, found);
        }
    }

    private static void texts(AnnotatedElement place, Consumer<String> each) {
        List.of("", " ", "\u200b", "\u00a0", "😀", "a\u0000b", "\u0007", "\u001b[2J", "%", "_", "%_\\", "'\"<script>", "\ud83d", "\uffff", "a\nb", "-1",
                "99999999999999999999", "x".repeat(LONG)).forEach(each);
        Size size = place.getAnnotation(Size.class);
        if (size != null && size.max() < LONG) {
            for (String one : List.of("x", "ü", "😀")) {
                each.accept(one.repeat(size.max() / one.length()));
                each.accept(one.repeat(size.max() / one.length() + 1));
            }
        }
    }

    private static void lists(ParameterizedType type, List<?> good, String path, Found found) {
        found.value(path + "=[]", List.of());
        found.value(path + "=[null]", Collections.singletonList(null));
        if (good != null && !good.isEmpty()) {
            found.value(path + "=twice the same", List.of(good.get(0), good.get(0)));
            found.value(path + "=10000 of it", Collections.nCopies(10_000, good.get(0)));
            bad(type.getActualTypeArguments()[0], good.get(0), good.getClass(), path + "[0]", (p, value) -> found.value(p, Collections.singletonList(value)));
        }
    }

    private static void components(Class<?> raw, Object good, String path, Found found) {
        RecordComponent[] components = raw.getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> read(c, good)).toArray();
        for (int i = 0; i < components.length; i++) {
            int at = i;
            bad(components[i].getGenericType(), values[i], components[i].getAccessor(), path + "." + components[i].getName(), (p, value) -> {
                Object[] changed = values.clone();
                changed[at] = value;
                found.value(p, make(raw, components, changed));
            });
        }
    }

    private static Object read(RecordComponent component, Object of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type.getSimpleName() + " fails before anybody can explain it: " + new ArrayList<>(List.of(values)), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(String text) {
        String escaped = text.chars().limit(12).mapToObj(c -> c >= ' ' && c < 127 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .reduce("", String::concat);
        return "\"" + escaped + "\"" + (text.length() > 12 ? " of " + text.length() : "");
    }
}
