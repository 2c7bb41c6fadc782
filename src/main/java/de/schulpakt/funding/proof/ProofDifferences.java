package de.schulpakt.funding.proof;

import de.schulpakt.funding.proof.ProofContent.Device;
import de.schulpakt.funding.proof.ProofContent.Position;
import de.schulpakt.funding.proof.ProofContent.Receipt;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In what the rows of today differ from what was handed in, sentence by sentence. */
final class ProofDifferences {
    private ProofDifferences() {
    }

    static List<Sentence> of(ProofContent then, ProofContent now) {
        List<Sentence> found = new ArrayList<>();
        Map<Integer, Position> positions = by(then.positions(), Position::no);
        now.positions().stream().filter(p -> positions.containsKey(p.no()) && !positions.get(p.no()).spentCents().equals(p.spentCents()))
                .forEach(p -> found.add(Sentence.of("proof.diff.spent", p.no(), p.school(), Money.of(positions.get(p.no()).spentCents()), Money.of(p.spentCents()))));
        Map<Long, Receipt> receipts = by(then.receipts(), Receipt::postingId);
        Map<Long, Receipt> receiptsNow = by(now.receipts(), Receipt::postingId);
        now.receipts().stream().filter(r -> !receipts.containsKey(r.postingId()))
                .forEach(r -> found.add(Sentence.of("proof.diff.receipt_new", named(r), Money.of(r.eligibleCents()))));
        then.receipts().forEach(r -> {
            Receipt today = receiptsNow.get(r.postingId());
            if (today == null) {
                found.add(Sentence.of("proof.diff.receipt_gone", named(r)));
            } else if (!Objects.equals(r.paidOn(), today.paidOn())) {
                found.add(today.paidOn() == null ? Sentence.of("proof.diff.unpaid", named(r)) : Sentence.of("proof.diff.paid", named(r), today.paidOn()));
            }
        });
        Map<Long, Device> devices = by(now.devices(), Device::id);
        then.devices().forEach(d -> device(found, d, devices.get(d.id())));
        Map<Long, Device> before = by(then.devices(), Device::id);
        now.devices().stream().filter(d -> !before.containsKey(d.id())).forEach(d -> found.add(Sentence.of("proof.diff.device_new", d.inventoryNo(), d.school())));
        if (!then.financing().heldCents().equals(now.financing().heldCents())) {
            found.add(Sentence.of("proof.diff.held", Money.of(then.financing().heldCents()), Money.of(now.financing().heldCents())));
        }
        return found;
    }

    private static void device(List<Sentence> found, Device then, Device now) {
        if (now == null) {
            found.add(Sentence.of("proof.diff.device_gone", then.inventoryNo()));
            return;
        }
        if (!Objects.equals(then.schoolId(), now.schoolId()) || !Objects.equals(then.room(), now.room())) {
            found.add(Sentence.of("proof.diff.place", then.inventoryNo(), place(then), place(now)));
        }
        if (!then.state().equals(now.state())) {
            found.add(Sentence.of("proof.diff.state", then.inventoryNo(), Sentence.of(then.state()), Sentence.of(now.state())));
        }
        if (!Objects.equals(then.serial(), now.serial())) {
            found.add(Sentence.of("proof.diff.serial", then.inventoryNo(), then.serial(), now.serial()));
        }
        if (!Objects.equals(then.bindingEndOn(), now.bindingEndOn()) && now.bindingEndOn() != null) {
            found.add(Sentence.of("proof.diff.binding", then.inventoryNo(), now.bindingEndOn()));
        }
    }

    private static String place(Device device) {
        return device.room() == null ? device.school() : device.school() + ", " + device.room();
    }

    private static String named(Receipt receipt) {
        return receipt.invoiceNo() == null ? receipt.school() : receipt.invoiceNo();
    }

    private static <K, T> Map<K, T> by(List<T> rows, Function<T, K> key) {
        return rows.stream().collect(Collectors.toMap(key, r -> r, (a, b) -> a));
    }
}
