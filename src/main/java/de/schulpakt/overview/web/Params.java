package de.schulpakt.overview.web;

import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Here;

/** Query parameters as values; what cannot be read counts as absent, so an old bookmark still shows a page. */
final class Params {
    private static final int LONGEST = 18;

    private Params() {
    }

    /** An id, or null. */
    static Long number(String text) {
        return text != null && text.length() <= LONGEST && text.matches("\\d+") ? Long.valueOf(text) : null;
    }

    /** The constant with that name, or null. */
    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }

    /** Page, size and order. */
    static PageRequest page(Here here) {
        Long page = number(here.param("page"));
        Long size = number(here.param("size"));
        return PageRequest.of(page == null ? null : (int) Math.min(page, Integer.MAX_VALUE),
                size == null ? null : (int) Math.min(size, Integer.MAX_VALUE), here.param("sort"));
    }
}
