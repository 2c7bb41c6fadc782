package de.schulpakt.inventory.device;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** The part of a device's price that one budget has paid, gross in cents. Written by the delivery, many at once ({@link Devices#register}). */
@Entity
@Table(name = "device_payer")
@IdClass(DevicePayer.Key.class)
class DevicePayer {
    @Id
    @Column(name = "device_id")
    private Long deviceId;
    @Id
    @Column(name = "budget_id")
    private Long budgetId;
    @Column(name = "amount_cents")
    private long amountCents;
    @Column(name = "label")
    private String label;

    protected DevicePayer() {
    }

    Long deviceId() {
        return deviceId;
    }

    /** The payers of a device share another price in proportion, to the cent. */
    static void share(List<DevicePayer> payers, Money price) {
        boolean free = payers.stream().allMatch(p -> p.amountCents == 0);
        long[] parts = price.split(payers.stream().mapToLong(p -> free ? 1 : p.amountCents).toArray());
        for (int i = 0; i < parts.length; i++) {
            payers.get(i).amountCents = parts[i];
        }
    }

    /** Device and budget. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private Long deviceId;
        private Long budgetId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Objects.equals(deviceId, key.deviceId) && Objects.equals(budgetId, key.budgetId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(deviceId, budgetId);
        }
    }
}
