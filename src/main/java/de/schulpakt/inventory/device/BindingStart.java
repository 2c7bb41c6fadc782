package de.schulpakt.inventory.device;

/** The event that starts the binding period; programmes differ (domain.md 1.5). */
public enum BindingStart {
    /** The delivery of the device. */
    DELIVERY,
    /** Its putting into service (Inbetriebnahme). */
    COMMISSIONING
}
