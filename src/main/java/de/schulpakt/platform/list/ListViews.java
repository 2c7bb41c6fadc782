package de.schulpakt.platform.list;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The views of lists that somebody keeps: filters, order and columns under a name. Each person has its own, and shares some. */
@UseCases
public class ListViews {
    private static final int MOST = 50;
    private static final int SHARED = 100;
    /** Sent in place of a circle: the view is shared with nobody any more. */
    public static final String NOBODY = "-";

    @PersistenceContext
    EntityManager em;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Circles circles;
    @Inject
    @Any
    Instance<ListOf<?>> lists;

    /**
     * A view to keep; one of the same name is replaced.
     *
     * @param list  name of the list
     * @param query parameters of its address
     * @param circle key of the circle with which it is shared, {@value #NOBODY} for nobody; null or empty: as it is, a new one with nobody
     */
    public record Save(@NotBlank @Size(max = 40) String list, @NotBlank @Size(max = 80) String name,
            @NotNull @Size(max = 2000) String query, @Size(max = 60) String circle) {
    }

    /**
     * A view that was kept.
     *
     * @param circle with whom it is shared, null for nobody
     * @param own    true if the asker keeps it
     * @param ends   true if the asker may end it
     */
    public record Kept(Long id, String name, String query, Circles.Circle circle, boolean own, boolean ends) {
    }

    private record Row(Long id, String name, String query, String circle, Long userId) {
    }

    /**
     * Keeps a view.
     *
     * @throws Refused {@code list_view.too_many} beyond 50 of a list; {@code list_view.circle} for a circle with which the asker may not share, or
     *                 not any more
     */
    @Unguarded("Only one’s own views; what they show is asked for when they are opened, of whoever opens them.")
    public void save(@Valid Save cmd) {
        String name = cmd.name().strip();
        String circle = cmd.circle() == null || cmd.circle().isBlank() ? null : cmd.circle();
        SavedView kept = em.createQuery("select v from SavedView v where v.userId = :user and v.list = :list and v.name = :name",
                        SavedView.class).setParameter("user", actor.id()).setParameter("list", cmd.list()).setParameter("name", name)
                .getResultStream().findFirst().orElse(null);
        String with = circle == null && kept != null ? kept.circle() : NOBODY.equals(circle) ? null : circle;
        // also the circle that stays: whoever belongs to it sees what is kept now
        if (with != null && circles().stream().noneMatch(one -> one.key().equals(with))) {
            throw new Refused("list_view.circle");
        }
        SavedView view = kept == null ? added(cmd.list(), name) : kept;
        view.shows(cmd.query(), with, clock.now());
    }

    private SavedView added(String list, String name) {
        long own = Ask.of(em, Long.class, "select count(v) from SavedView v where v.userId = :user and v.list = :list").set("user", actor.id())
                .set("list", list).one().orElse(0L);
        if (own >= MOST) {
            throw new Refused("list_view.too_many", MOST);
        }
        SavedView view = new SavedView(actor.id(), list, name);
        em.persist(view);
        return view;
    }

    /**
     * Forgets a view of one's own, or ends one that others have shared, which only who administers the circle may.
     *
     * @throws NotFound if the asker has none of this id, and may end none
     */
    @Unguarded("Only one’s own views, or those of a circle of which the asker is told to be the administrator.")
    public void forget(long id) {
        SavedView view = em.find(SavedView.class, id);
        if (view == null || !view.of(actor.id()) && !ends(view.circle())) {
            throw new NotFound("SavedView", id);
        }
        em.remove(view);
    }

    private boolean ends(String circle) {
        return circle != null && (circles.endsAll() || circles.mine().stream().anyMatch(one -> one.key().equals(circle) && one.ends()));
    }

    /** The circles with which the asker may share a view. */
    @Unguarded("Only the asker’s own circles.")
    public List<Circles.Circle> circles() {
        return circles.mine().stream().filter(Circles.Circle::shares).toList();
    }

    /**
     * The same for who types the name of the list.
     *
     * @throws NotFound for a name that no list has
     */
    @Unguarded("As for the views of a list that is shown.")
    public List<Kept> named(String list) {
        if (lists.stream().noneMatch(one -> one.listing().name().equals(list))) {
            throw new NotFound("List", list);
        }
        return seen(list);
    }

    /**
     * The asker’s views of a list, and after them at most 100 that are shared with the asker, by name; who may end whatever is shared sees all that is.
     * One statement.
     */
    @Unguarded("Only one’s own views and those of one’s own circles; what they show is asked for when they are opened.")
    public List<Kept> seen(String list) {
        Map<String, Circles.Circle> mine = new LinkedHashMap<>();
        circles.mine().forEach(one -> mine.put(one.key(), one));
        boolean all = circles.endsAll();
        String shared = all ? " or v.circle is not null" : mine.isEmpty() ? "" : " or v.circle in :circles";
        Ask<Row> ask = Ask.of(em, Row.class, "select v.id as id, v.name as name, v.query as query, v.circle as circle, v.userId as userId from SavedView v"
                + " where v.list = :list and (v.userId = :user" + shared + ") order by case when v.userId = :user then 0 else 1 end, v.name, v.id")
                .set("user", actor.id()).set("list", list);
        return (all || mine.isEmpty() ? ask : ask.set("circles", mine.keySet())).list(MOST + SHARED).stream().map(row -> {
            boolean own = row.userId().equals(actor.id());
            Circles.Circle circle = row.circle() == null ? null : mine.getOrDefault(row.circle(), all ? circles.of(row.circle()) : null);
            return new Kept(row.id(), row.name(), row.query(), circle, own, own || row.circle() != null && (all || circle != null && circle.ends()));
        }).toList();
    }
}
