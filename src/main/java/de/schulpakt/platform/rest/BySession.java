package de.schulpakt.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This is also answered to a script of our own pages that comes with the session of the person instead of a token, as the phone
 * does that has worked without network. Such a request is known by a request property of this class's name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BySession {
    /** Header with the id of the account for whose session the script takes it: what one has left behind never goes out as another's. */
    String PERSON = "Schulpakt-Person";
}
