package de.schulpakt.funding.proof;

import de.schulpakt.identity.Role;

/** What a proof of use still lacks, who can close it, and whether it can be told a school. */
public enum ProofGap {
    /** Devices without a serial number. */
    NO_SERIAL(Role.FUNDING_OFFICER, null),
    /** Devices that stand in no room. */
    NO_PLACE(Role.SCHOOL_ADMIN, "message.proof_place"),
    /** Devices that were never taken into service. */
    NO_ACCEPTANCE(Role.SCHOOL_ADMIN, "message.proof_acceptance"),
    /** Devices that are lost. */
    LOST(Role.SCHOOL_ADMIN, "message.proof_lost"),
    /** Devices that the newest stock-taking which looked for them has not found. */
    NOT_COUNTED(Role.SCHOOL_ADMIN, "message.proof_counted"),
    /** Devices in service whose binding has no end. */
    NO_BINDING(Role.FUNDING_OFFICER, null),
    /** Expenditures without an invoice that the asker can see. */
    NO_INVOICE(Role.FUNDING_OFFICER, null),
    /** Invoices that wait to be checked or approved. */
    INVOICE_WAITS(Role.FUNDING_OFFICER, null),
    /** Approved invoices that were not paid. */
    NOT_PAID(Role.FUNDING_OFFICER, null),
    /** Invoices without a file. */
    NO_FILE(Role.FUNDING_OFFICER, null),
    /** Money that is reserved or committed and not spent. */
    MONEY_OPEN(Role.FUNDING_OFFICER, null),
    /** Expenditures that were not drawn. */
    NOT_DRAWN(Role.FUNDING_OFFICER, null),
    /** More grant money is held than is due. */
    OVERDRAWN(Role.FUNDING_OFFICER, null),
    /** Positions above what was approved by more than the programme tolerates. */
    TOLERANCE(Role.FUNDING_OFFICER, null),
    /** Media concepts of schools that have not come. */
    NO_CONCEPT(Role.FUNDING_OFFICER, null),
    /** Documents that the programme asks for and that no paper of the application is called by. */
    NO_DOCUMENT(Role.FUNDING_OFFICER, null),
    /** The programme wants something to be read in public, and no photo proves it. */
    NO_PUBLICITY(Role.FUNDING_OFFICER, null),
    /** Goods that came after the approval period. */
    AFTER_PERIOD(Role.FUNDING_OFFICER, null),
    /** The approval period is still running. */
    PERIOD_RUNS(Role.FUNDING_OFFICER, null),
    /** The day by which the proof was due is past. */
    PROOF_LATE(Role.FUNDING_OFFICER, null);

    private final Role closer;
    private final String school;

    ProofGap(Role closer, String school) {
        this.closer = closer;
        this.school = school;
    }

    /** Who can close it. */
    public Role closer() {
        return closer;
    }

    /** The kind of news for the school, null if the authority is told. */
    String news() {
        return school;
    }

    /** True if a device has this gap, as far as the device alone says it. */
    public boolean lacks(ProofContent.Device device) {
        boolean gone = device.state().equals("DeviceState.LOST") || device.state().equals("DeviceState.RETIRED");
        return switch (this) {
            case NO_SERIAL -> device.serial() == null || device.serial().isBlank();
            case NO_PLACE -> device.room() == null && !gone;
            case NO_ACCEPTANCE -> device.acceptedAt() == null && !gone;
            case LOST -> device.state().equals("DeviceState.LOST");
            case NO_BINDING -> device.acceptedAt() != null && device.bindingEndOn() == null;
            default -> false;
        };
    }
}
