package de.schulpakt.procurement.catalogue;

import static de.schulpakt.identity.Permission.CATALOGUE_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sets: articles of one supplier that are asked for together. Lines that were written of a set stay as they are when it changes. */
@UseCases
public class CatalogueSets {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * Adds a set. The database refuses a second one of the same name with {@code catalogue_set_name_once}.
     *
     * @return its id
     * @throws Refused {@code set.twice} for an article that is named twice, {@code set.other_supplier} for articles of several
     *                 suppliers, which no order could hold together
     */
    public Long create(@Valid Create cmd) {
        guard.requireEverywhere(CATALOGUE_EDIT);
        CatalogueSet set = new CatalogueSet(cmd.name(), cmd.note());
        em.persist(set);
        em.flush();
        history.record(set.ref(), CatalogueAction.ADD, write(set, cmd.members()));
        return set.id();
    }

    /** Changes a set and what belongs to it; refuses as {@link #create}. */
    public void change(long id, @Valid Change cmd) {
        CatalogueSet set = Find.locked(em, CatalogueSet.class, id);
        guard.requireEverywhere(CATALOGUE_EDIT);
        set.change(cmd.version(), cmd.name(), cmd.note(), cmd.active());
        // the members are rows of their own: who saw the old ones must notice
        em.lock(set, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        em.createQuery("delete from SetMember m where m.setId = :set").setParameter("set", set.id()).executeUpdate();
        history.record(set.ref(), CatalogueAction.ALTER, write(set, cmd.members()));
    }

    private Said write(CatalogueSet set, List<Member> members) {
        Set<Long> once = new HashSet<>();
        Set<Long> suppliers = new HashSet<>();
        List<Sentence> said = new ArrayList<>();
        for (Member member : members) {
            Article article = Find.one(em, CatalogueItem.class, member.itemId()).article();
            if (!once.add(article.id())) {
                throw new Refused("set.twice", article.name());
            }
            suppliers.add(article.supplierId());
            em.persist(new SetMember(set.id(), article.id(), member.pieces()));
            said.add(Sentence.of("said.line_added", member.pieces(), article.name()));
        }
        if (suppliers.size() > 1) {
            throw new Refused("set.other_supplier");
        }
        em.flush();
        return Said.all(said);
    }

    /** A new set; its name exists once. */
    public record Create(@NotBlank @Size(max = 160) String name, @Size(max = 1000) String note,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Member> members) {
    }

    /**
     * New facts of a set; the members replace the old ones.
     *
     * @param active false: can no longer be asked for
     */
    public record Change(@NotNull Integer version, @NotBlank @Size(max = 160) String name, @Size(max = 1000) String note,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Member> members, @NotNull Boolean active) {
    }

    /** So many pieces of an article in one set. */
    public record Member(@NotNull Long itemId, @NotNull @Min(1) @Max(1000) Integer pieces) {
    }
}
