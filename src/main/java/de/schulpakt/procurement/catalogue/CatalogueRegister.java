package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.identity.register.AdminEntry;
import de.schulpakt.identity.register.NoticeKind;
import de.schulpakt.identity.register.SubjectLink;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** What the room brings to the house: its card in the administration, the page of a set. */
@Dependent
class CatalogueRegister {
    @Produces
    AdminEntry admin() {
        return new AdminEntry("catalogue", 30, "/procurement/catalogue.xhtml", CATALOGUE_VIEW);
    }

    @Produces
    SubjectLink contract() {
        return new SubjectLink("FrameworkContract", "/procurement/contract.xhtml?id={id}", CATALOGUE_VIEW);
    }

    @Produces
    SubjectLink item() {
        return new SubjectLink("CatalogueItem", "/procurement/catalogue.xhtml?item={id}", CATALOGUE_VIEW);
    }

    @Produces
    NoticeKind offerEnds() {
        return new NoticeKind("message.offer_ends", "offers", CATALOGUE_EDIT, false, false);
    }

    @Produces
    SubjectLink set() {
        return new SubjectLink("CatalogueSet", "/procurement/set.xhtml?id={id}", CATALOGUE_VIEW);
    }
}
