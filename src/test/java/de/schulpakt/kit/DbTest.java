package de.schulpakt.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test of use cases and queries against EclipseLink and the real MariaDB. A test method that takes a {@link Db}
 * gets it with empty tables; every method runs in a request scope of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DbExtension.class)
public @interface DbTest {
}
