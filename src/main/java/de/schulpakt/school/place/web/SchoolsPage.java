package de.schulpakt.school.place.web;

import static de.schulpakt.identity.Permission.SCHOOL_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_IMPORT;

import de.schulpakt.identity.Guard;
import de.schulpakt.school.place.SchoolType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands beside the list of schools. */
@Named
@RequestScoped
public class SchoolsPage {
    @Inject
    Guard guard;

    public boolean isImporting() {
        return guard.may(SCHOOL_IMPORT);
    }

    public boolean isCreating() {
        return guard.may(SCHOOL_EDIT);
    }

    public SchoolType[] getTypes() {
        return SchoolType.values();
    }
}
