package de.schulpakt.identity;

import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import jakarta.inject.Inject;

/** A list of the installation as a whole: administrators see all of it, and nobody else anything. */
public abstract class ListOfAdministrators<R> extends ListOf<R> {
    @Inject
    Guard guard;

    @Override
    protected Condition scope() {
        guard.requireEverywhere(Permission.USER_ADMIN);
        return Condition.ALL;
    }
}
