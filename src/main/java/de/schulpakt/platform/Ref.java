package de.schulpakt.platform;

/**
 * Points at one subject: its type (the entity's name), its id and the number or name by which people know it; and the place
 * it belongs to, so that a line of the history about it can be shown to who may know that place.
 *
 * @param schoolId    the school, null if it belongs to no single one
 * @param authorityId the authority, null if it belongs to none as a whole; {@link #NOBODY} for what only who sees everywhere
 *                    may know
 */
public record Ref(String type, long id, String no, Long schoolId, Long authorityId) {
    /** No authority at all. */
    public static final long NOBODY = 0;

    /** A subject that all share. */
    public Ref(String type, long id, String no) {
        this(type, id, no, null, null);
    }

    /** The same, of a school. */
    public Ref ofSchool(Long school) {
        return new Ref(type, id, no, school, authorityId);
    }

    /** The same, of an authority as a whole. */
    public Ref ofAuthority(Long authority) {
        return new Ref(type, id, no, schoolId, authority);
    }

    /** The same, of nobody but who sees everywhere. */
    public Ref ofNobody() {
        return ofAuthority(NOBODY);
    }
}
