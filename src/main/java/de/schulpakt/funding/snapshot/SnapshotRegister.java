package de.schulpakt.funding.snapshot;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: the page of a snapshot. */
@Dependent
class SnapshotRegister {
    @Produces
    SubjectLink link() {
        return new SubjectLink("Snapshot", "/funding/snapshot.xhtml?id={id}", APPLICATION_VIEW);
    }
}
