package de.schulpakt.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test of the built WAR on Payara Micro. Each such class boots a server of its own, so there are few of them;
 * it says what it deploys by {@code @Deployment(testable = false) static WebArchive war() { return War.built(); }} and
 * asks {@link War#base()} for the address.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({War.Settings.class, ArquillianExtension.class, Seen.class})
public @interface ServerTest {
}
