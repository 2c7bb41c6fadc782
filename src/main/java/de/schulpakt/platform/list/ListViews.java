package de.schulpakt.platform.list;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The views of lists that somebody keeps: filters, order and columns under a name. Each person has its own. */
@UseCases
public class ListViews {
    private static final int MOST = 50;

    @PersistenceContext
    EntityManager em;
    @Inject
    Actor actor;
    @Inject
    Clock clock;

    /**
     * A view to keep; one of the same name is replaced.
     *
     * @param list  name of the list
     * @param query parameters of its address
     */
    public record Save(@NotBlank @Size(max = 40) String list, @NotBlank @Size(max = 80) String name,
            @NotNull @Size(max = 2000) String query) {
    }

    /** A view that was kept. */
    public record Kept(Long id, String name, String query) {
    }

    /**
     * Keeps a view.
     *
     * @throws Refused {@code list_view.too_many} beyond 50 of a list
     */
    @Unguarded("Only one’s own views; what they show is asked for when they are opened.")
    public void save(@Valid Save cmd) {
        String name = cmd.name().strip();
        SavedView view = em.createQuery("select v from SavedView v where v.userId = :user and v.list = :list and v.name = :name",
                        SavedView.class).setParameter("user", actor.id()).setParameter("list", cmd.list()).setParameter("name", name)
                .getResultStream().findFirst().orElseGet(() -> added(cmd.list(), name));
        view.shows(cmd.query(), clock.now());
    }

    private SavedView added(String list, String name) {
        if (own(list).size() >= MOST) {
            throw new Refused("list_view.too_many", MOST);
        }
        SavedView view = new SavedView(actor.id(), list, name);
        em.persist(view);
        return view;
    }

    /**
     * Forgets a view.
     *
     * @throws NotFound if the asker has none of this id
     */
    @Unguarded("Only one’s own views.")
    public void forget(long id) {
        SavedView view = em.find(SavedView.class, id);
        if (view == null || !view.of(actor.id())) {
            throw new NotFound("SavedView", id);
        }
        em.remove(view);
    }

    /** The asker’s views of a list, by name. */
    @Unguarded("Only one’s own views.")
    public List<Kept> own(String list) {
        return Ask.of(em, Kept.class, """
                select v.id as id, v.name as name, v.query as query from SavedView v
                where v.userId = :user and v.list = :list order by v.name, v.id""")
                .set("user", actor.id()).set("list", list).list();
    }
}
