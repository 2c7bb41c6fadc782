package de.schulpakt.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a module and the modules it may call; {@code ArchitectureTest} holds the code to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface Module {
    /** The last part of the package name. */
    String name();

    /** Modules that this one may use directly; what these use may be used too. */
    String[] uses();
}
