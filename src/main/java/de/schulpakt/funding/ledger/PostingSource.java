package de.schulpakt.funding.ledger;

import java.util.Map;
import java.util.Set;

/**
 * Names what caused postings. Each room that moves money brings a bean that knows its own sources, so that the ledger can show
 * a number and a title where it keeps {@code request_item:42} and yet know nothing of requests.
 */
public interface PostingSource {
    /**
     * What a source is called.
     *
     * @param type     subject with a page, e.g. Request
     * @param id       of that subject
     * @param no       number by which people know it
     * @param line     number of the line within it, null if it has none
     * @param quantity pieces of the line, null if it has none
     * @param rest     pieces that had not come after it, null where nothing comes; a commitment is for these
     * @param gone     pieces of it that were given up, null where nothing can be; a release is for these
     * @param title    what the line is, in words of the subject
     */
    record Cause(String type, Long id, String no, Integer line, Integer quantity, Integer rest, Integer gone, String title) {
        /** The same as a posting of that kind means it. */
        Cause as(PostingKind kind) {
            Integer meant = kind == PostingKind.COMMIT ? rest : kind == PostingKind.RELEASE ? gone : null;
            return meant == null ? this : new Cause(type, id, no, line, meant, rest, gone, title);
        }
    }

    /** The source of what the same cause posts to one payer of several: that of the first is the cause itself. */
    static String of(String cause, int payer) {
        return payer == 1 ? cause : cause + ":p" + payer;
    }

    /** The words before the colon of the sources that this room makes, e.g. {@code request_item}. */
    Set<String> kinds();

    /** The causes by the number behind the colon; without those that the asker may not see. One statement. */
    Map<Long, Cause> causes(String kind, Set<Long> ids);
}
