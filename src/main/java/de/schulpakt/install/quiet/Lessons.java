package de.schulpakt.install.quiet;

/**
 * Whether work on a day disturbs lessons.
 *
 * @param nameDe of the school holidays, null outside of them
 * @param nameEn the same in English
 */
public record Lessons(LessonDay kind, String nameDe, String nameEn) {
    /** Whether there are lessons. */
    public enum LessonDay {
        /** In school holidays: none. */
        SCHOOL_HOLIDAYS,
        /** On a holiday that the school has set itself: none. */
        MOVABLE_DAY,
        /** There are. */
        LESSONS
    }

    /** True if none are disturbed. */
    public boolean quiet() {
        return kind != LessonDay.LESSONS;
    }

    /** The name of the school holidays in a language, null outside of them. */
    public String name(String language) {
        return "en".equals(language) ? nameEn : nameDe;
    }
}
