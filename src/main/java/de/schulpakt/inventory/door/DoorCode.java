package de.schulpakt.inventory.door;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The code that belongs to an address, and how often another one was typed. */
@Embeddable
public class DoorCode {
    /** Wrong codes after which none opens any longer. */
    static final int WRONG = 30;
    @Column(name = "code_hash")
    private String codeHash;
    @Column(name = "wrong_tries")
    private int wrongTries;

    protected DoorCode() {
    }

    /** A code by its hash, which nobody has tried. */
    public DoorCode(String hash) {
        this.codeHash = hash;
    }

    /** True if this is the hash of the code; another one is counted. */
    public boolean fits(String hash) {
        if (DoorKey.same(codeHash, hash)) {
            return true;
        }
        wrongTries++;
        return false;
    }

    /** True if too many were wrong. */
    public boolean spent() {
        return wrongTries >= WRONG;
    }
}
