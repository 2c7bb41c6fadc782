package de.schulpakt.identity;

/** Tells the guard to which authority a school belongs; the school module implements it. */
public interface SchoolAuthorities {
    /** The authority of a school, null if it has none or there is no such school. */
    Long authorityOf(long schoolId);
}
