package de.schulpakt.inventory.number;

/** What kind of number a device is known by. */
public enum IdentifierKind {
    /** Given by the maker. */
    SERIAL("."),
    /** Given by this house, or by the one that kept the inventory before. */
    INVENTORY_NO("."),
    /** Address of a network interface: twelve hexadecimal digits. */
    MAC("[0-9a-fA-F]{12}"),
    /** Number of a device for mobile networks: fourteen to sixteen digits. */
    IMEI("[0-9]{14,16}"),
    /** Printed label that was stuck on. */
    TAG(".");

    private final String form;

    IdentifierKind(String form) {
        this.form = form;
    }

    /** True if a number, without what people put between its signs, can be of this kind. */
    public boolean fits(String key) {
        return key != null && key.matches(form.equals(".") ? "(?s).+" : form);
    }
}
