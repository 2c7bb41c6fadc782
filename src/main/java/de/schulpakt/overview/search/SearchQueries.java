package de.schulpakt.overview.search;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.DEVICE_VIEW;
import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.identity.Permission.REQUEST_VIEW;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.identity.Permission.TICKET_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Like;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The search of the top bar: numbers and serials by their beginning, which an index answers, names anywhere. Each kind of
 * subject is one statement, limited to what the asker may see of that kind.
 */
@Queries
public class SearchQueries {
    /**
     * Hits of one kind, at most {@value #MOST}.
     *
     * @param more true if there are more
     */
    public record Group(String kind, List<Hit> hits, Boolean more) {
        static final int MOST = 8;
    }

    /**
     * Something that the search has found.
     *
     * @param kind  entity name of the subject: School, Request, Application, PurchaseOrder, Ticket, Device, DeviceModel
     * @param no    number by which people know it
     * @param title what it is
     * @param where school or place, may be null
     * @param exact true if what was typed is this number or name
     */
    public record Hit(String kind, Long id, String no, String title, String where, Boolean exact) {
    }

    /**
     * The answer to a search.
     *
     * @param groups hits by kind of subject, only kinds that have some
     * @param only   the subject that was meant, if what was typed is the number or serial of exactly one; else null
     */
    public record View(String q, List<Group> groups, Hit only) {
    }

    /** Kinds whose title is a name that belongs to one: a school's name, a device's serial. */
    private static final Set<String> NAMED = Set.of("School", "Device");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** What is found for a text of two characters or more; what is longer than 100 characters is cut. */
    public View search(String text) {
        String q = text == null ? "" : text.strip();
        q = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        List<Group> groups = new ArrayList<>();
        if (q.length() >= SHORTEST) {
            add(groups, "School", q, SCHOOL_VIEW, "select s.id, s.officialNo, s.name, s.city from School s where",
                    "s.officialNo like :start escape '!' or s.name like :any escape '!'", "case when s.name = :same then 0 else 1 end,"
                    + " s.name");
            add(groups, "Request", q, REQUEST_VIEW, "select r.id, r.no, r.title, s.name from Request r join School s on"
                    + " s.id = r.schoolId where", "r.no like :start escape '!' or r.title like :any escape '!'", "r.id desc");
            applications(groups, q);
            add(groups, "PurchaseOrder", q, ORDER_VIEW, "select o.id, o.no, u.name, u.name from PurchaseOrder o join Supplier u on"
                    + " u.id = o.supplierId where exists (select l.id from OrderLine l join School s on s.id = l.schoolId where"
                    + " l.orderId = o.id and", ") and (o.no like :start escape '!' or u.name like :any escape '!'", "o.id desc");
            add(groups, "Ticket", q, TICKET_VIEW, "select t.id, t.no, t.title, s.name from Ticket t join School s on"
                    + " s.id = t.schoolId where", "t.no like :start escape '!' or t.title like :any escape '!'", "t.id desc");
            add(groups, "Device", q, DEVICE_VIEW, "select d.id, d.inventoryNo, d.serial, s.name from Device d join School s on"
                    + " s.id = d.schoolId where", "d.serial like :start escape '!' or d.inventoryNo like :start escape '!'", "d.id");
            models(groups, q);
        }
        List<Hit> exact = groups.stream().flatMap(g -> g.hits().stream()).filter(Hit::exact).toList();
        return new View(q, groups, exact.size() == 1 ? exact.get(0) : null);
    }

    private void add(List<Group> groups, String kind, String q, Permission permission, String select, String match,
            String order) {
        Scope scope = guard.visibleSchools(permission);
        if (scope.isEmpty()) {
            return;
        }
        boolean nested = match.startsWith(")");
        String where = scope.school("s") + (nested ? match + ")" : " and (" + match + ")");
        put(groups, kind, q, scope.bind(em.createQuery(select + where + " order by " + order)), match + order);
    }

    /** An application is of an authority; who sees single schools only sees none. */
    private void applications(List<Group> groups, String q) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        if (scope.everywhere() || !scope.authorities().isEmpty()) {
            Query query = em.createQuery("select a.id, a.no, a.title, y.name from Application a join Authority y on y.id ="
                    + " a.authorityId where (a.no like :start escape '!' or a.title like :any escape '!')"
                    + (scope.everywhere() ? "" : " and a.authorityId in :authorities") + " order by a.id desc");
            if (!scope.everywhere()) {
                query.setParameter("authorities", scope.authorities());
            }
            put(groups, "Application", q, query, ":start :any");
        }
    }

    /** Models belong to nobody; who may see devices may see what kinds there are. */
    private void models(List<Group> groups, String q) {
        if (guard.may(DEVICE_VIEW)) {
            put(groups, "DeviceModel", q, em.createQuery("select m.id, m.name, concat(m.maker, concat(' ', m.name)), m.partNo"
                    + " from DeviceModel m where m.name like :any escape '!' or m.maker like :any escape '!'"
                    + " or m.partNo like :start escape '!' order by m.maker, m.name"), ":start :any");
        }
    }

    private static void put(List<Group> groups, String kind, String q, Query query, String match) {
        if (match.contains(":start")) {
            query.setParameter("start", Like.beginning(q));
        }
        if (match.contains(":same")) {
            query.setParameter("same", q);
        }
        if (match.contains(":any")) {
            query.setParameter("any", Like.anywhere(q));
        }
        List<Hit> hits = new ArrayList<>();
        for (Object row : query.setMaxResults(Group.MOST + 1).getResultList()) {
            Object[] r = (Object[]) row;
            boolean exact = !"DeviceModel".equals(kind) && (q.equalsIgnoreCase((String) r[1])
                    || NAMED.contains(kind) && q.equalsIgnoreCase((String) r[2]));
            hits.add(new Hit(kind, (Long) r[0], (String) r[1], (String) r[2], (String) r[3], exact));
        }
        if (!hits.isEmpty()) {
            // what was meant exactly must not be lost among longer names that come before it
            hits.sort((a, b) -> Boolean.compare(b.exact(), a.exact()));
            groups.add(new Group(kind, hits.stream().limit(Group.MOST).toList(), hits.size() > Group.MOST));
        }
    }
}
