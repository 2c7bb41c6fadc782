package de.schulpakt.platform;

import java.util.Set;

/** The places whose lines somebody may read; the identity module knows them. */
public interface Visible {
    /** True for who sees everything. */
    boolean everywhere();

    /** Authorities with all their schools. */
    Set<Long> authorities();

    /** Single schools. */
    Set<Long> schools();
}
