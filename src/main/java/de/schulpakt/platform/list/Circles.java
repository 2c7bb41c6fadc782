package de.schulpakt.platform.list;

import java.util.List;

/** Says with whom the asker can share a view of a list; the identity module, which knows roles and authorities, implements it. */
public interface Circles {
    /**
     * People who share views.
     *
     * @param key    by which the circle is kept, the same for all who belong to it
     * @param text   key of its words
     * @param value  value in these words, an enum constant or a name; may be null
     * @param shares true if the asker may share with it
     * @param ends   true if the asker may end what others have shared with it
     */
    record Circle(String key, String text, Object value, boolean shares, boolean ends) {
    }

    /** The circles to which the asker belongs. */
    List<Circle> mine();

    /** True if the asker may end whatever is shared, with whomever. */
    boolean endsAll();

    /** The circle of that key, for who may end what is shared with it and does not belong to it. */
    Circle of(String key);
}
