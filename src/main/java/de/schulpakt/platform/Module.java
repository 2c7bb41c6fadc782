package de.schulpakt.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a room: a package with what it may use, what it shows to others and whose rows it may read; the pages and the
 * REST resources of the room stand in its {@code web} package. {@code ArchitectureTest} holds the code to it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Module {
    /** The package name below {@code de.schulpakt}, e.g. {@code funding.ledger}. */
    String name();

    /**
     * Rooms, or areas with all their rooms, that this one may use directly; what these use may be used too. The graph of
     * all rooms has no circle.
     */
    String[] uses();

    /** Simple names of the public types that other rooms may use; none are named where nobody uses the room. */
    String[] exposes() default {};

    /** Names of entities of other rooms whose rows this one may read in its JPQL or SQL. */
    String[] reads() default {};
}
