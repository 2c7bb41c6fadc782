package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;
import static de.schulpakt.identity.Permission.CATALOGUE_VIEW;

import de.schulpakt.identity.Permission;
import de.schulpakt.paper.PaperSubject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** An article has its picture and its data sheet; it is the same for all schools. */
@ApplicationScoped
class ItemPapers implements PaperSubject {
    /** The entity's name. */
    static final String TYPE = "CatalogueItem";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Permission permission() {
        return CATALOGUE_VIEW;
    }

    @Override
    public Set<Permission> attaches() {
        return Set.of(CATALOGUE_EDIT);
    }

    @Override
    public String jpql() {
        return "select t.name as no, nullif(t.id, t.id) as schoolId, nullif(t.id, t.id) as authorityId from CatalogueItem t where t.id = :id";
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public List<String> usual() {
        return List.of("DATA_SHEET");
    }
}
