package de.schulpakt.platform.row;

import de.schulpakt.platform.text.Money;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.persistence.queries.ReportQuery;

/**
 * A question in JPQL whose columns are mapped into records <em>by name</em>: each column has an alias, each alias is a
 * component of the record. A path without alias goes by its last part.
 *
 * <pre>{@code
 * List<Row> rows = Ask.of(em, Row.class, """
 *         select v.id as id, v.startsAt, s.name as school_name, s.city as school_city
 *         from Visit v join School s on s.id = v.schoolId where v.ticketId = :ticket""").set("ticket", id).list();
 * }</pre>
 *
 * <p>Where the name is a reserved word of JPQL, the alias ends with an underscore: {@code r.floor as floor_}.
 * A component that is a record itself takes the aliases that begin with its name and an underscore, and is null when all
 * of these are. A collection and a record that have no alias are asked for separately: until then they are empty and null.
 * Any other component without alias, and any alias without component, is a mistake of the program and refused as
 * {@link IllegalArgumentException}. Numbers fit their component exactly or fail; null fits no primitive component. A
 * {@link Money} takes cents, an {@link java.time.Instant} what the database keeps of it, a list the sentences that are kept in
 * a text, a {@link de.schulpakt.platform.text.Sentence} the first of these.
 *
 * <p>A type that is no record is asked for as it is: {@code Ask.of(em, Long.class, "select count(d) from Device d")}.
 */
public final class Ask<T> {
    private static final Pattern NAMED = Pattern.compile("\\bas (\\w+)", Pattern.CASE_INSENSITIVE);
    /** Names of the columns of each text, which would be asked of a prepared question each time. */
    private static final Map<String, List<String>> COLUMNS = new ConcurrentHashMap<>();
    private static final int MOST_TEXTS = 4_000;
    private final EntityManager em;
    private final String text;
    private final Class<T> type;
    private final boolean sql;
    private final List<Parameter> parameters = new ArrayList<>();

    private record Parameter(Object key, Object value) {
    }

    private Ask(EntityManager em, Class<T> type, String text, boolean sql) {
        this.em = em;
        this.type = type;
        this.text = text;
        this.sql = sql;
    }

    /** Prepares a question. */
    public static <T> Ask<T> of(EntityManager em, Class<T> type, String jpql) {
        return new Ask<>(em, type, jpql, false);
    }

    /** The same in SQL, for tables that are no entity: each column that is selected is named by {@code as name}. */
    public static <T> Ask<T> sql(EntityManager em, Class<T> record, String sql) {
        return new Ask<>(em, record, sql, true);
    }

    /** The numbers of a question in SQL that has one row. */
    public static List<Long> numbers(EntityManager em, String sql) {
        Object row = em.createNativeQuery(sql).getSingleResult();
        return Stream.of(row instanceof Object[] many ? many : new Object[] {row}).map(n -> ((Number) n).longValue()).toList();
    }

    /** Gives a parameter its value. */
    public Ask<T> set(String name, Object value) {
        parameters.add(new Parameter(name, value));
        return this;
    }

    /** Gives the parameter {@code ?1} of a question in SQL its value. */
    public Ask<T> set(int place, Object value) {
        parameters.add(new Parameter(place, value));
        return this;
    }

    private List<T> found(int from, int most) {
        boolean first = !sql && from == 0 && most > 0;
        Query query = sql ? em.createNativeQuery(text) : first ? Limited.question(em, text, most) : em.createQuery(text);
        for (Parameter parameter : parameters) {
            if (parameter.key() instanceof Integer place) {
                query.setParameter(place, parameter.value());
            } else {
                query.setParameter((String) parameter.key(), parameter.value());
            }
        }
        if (from > 0) {
            query.setFirstResult(from);
        }
        if (most > 0 && !first) {
            query.setMaxResults(most);
        }
        Rows<T> rows = rows(query);
        List<?> found = query.getResultList();
        List<T> made = new ArrayList<>(found.size());
        for (Object row : found) {
            made.add(rows.row(row));
        }
        return Collections.unmodifiableList(made);
    }

    private Rows<T> rows(Query query) {
        if (!type.isRecord() || type == Money.class) {
            return Rows.single(type);
        }
        List<String> columns = COLUMNS.get(text);
        if (columns == null) {
            columns = sql ? NAMED.matcher(text).results().map(named -> named.group(1)).toList()
                    : query.unwrap(ReportQuery.class).getItems().stream().map(item -> item.getName()).toList();
            if (COLUMNS.size() > MOST_TEXTS) {
                COLUMNS.clear();
            }
            COLUMNS.put(text, columns);
        }
        return Rows.of(type, columns);
    }

    /** All rows. */
    public List<T> list() {
        return found(0, 0);
    }

    /** So many rows at most. */
    public List<T> list(int most) {
        return found(0, most);
    }

    /** The rows of a page, for who counts them with other figures. */
    public List<T> list(PageRequest request) {
        return found(request.offset(), request.size());
    }

    /** So many rows at most, after as many that are passed over. */
    public List<T> list(int from, int most) {
        return found(from, most);
    }

    /** The first row in the order of the question, if there is any. */
    public Optional<T> first() {
        return list(1).stream().findFirst();
    }

    /**
     * The only row, if there is any.
     *
     * @throws IllegalStateException if there are more
     */
    public Optional<T> one() {
        List<T> found = list(2);
        if (found.size() > 1) {
            throw new IllegalStateException("more than one row");
        }
        return found.stream().findFirst();
    }

    /** The rows of a page and how many there are in all; two statements. */
    public Page<T> page(PageRequest request, Ask<Long> total) {
        return Page.of(list(request), total.one().orElse(0L), request);
    }
}
