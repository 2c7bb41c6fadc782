package de.schulpakt.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The span in which the day of a field makes sense, in years around today; without it a day stands between 1970 and 2100. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Day {
    /** Years that it may lie in the past. */
    int back();

    /** Years that it may lie ahead. */
    int ahead();
}
