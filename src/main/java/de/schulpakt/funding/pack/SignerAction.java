package de.schulpakt.funding.pack;

/** What is done to a signer of rule packs. */
public enum SignerAction {
    /** Entered with a public key. */
    ADD,
    /** The key is no longer trusted. */
    END
}
