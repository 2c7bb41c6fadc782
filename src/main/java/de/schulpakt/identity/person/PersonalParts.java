package de.schulpakt.identity.person;

import de.schulpakt.platform.Registered;
import de.schulpakt.platform.person.PersonalData;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and changes the tables in which people stand, as the rooms say it; within the transaction of the caller. */
@ApplicationScoped
class PersonalParts {
    private static final Comparator<PersonalData> ORDER = Comparator.comparing(PersonalData::table).thenComparing(part -> part.by())
            .thenComparing(PersonalData::how);

    @PersistenceContext
    EntityManager em;
    @Inject
    Registered registered;

    /** A person as the tables know it. */
    record Person(Long id, String login, String name, String email) {
    }

    /** All parts, in one order. */
    List<PersonalData> all() {
        return registered.of(PersonalData.class).stream().sorted(ORDER).toList();
    }

    /** Active or not; empty if there is no such account. */
    Optional<Person> person(long id) {
        return Ask.of(em, Person.class, "select u.id as id, u.login as login, u.name as name, u.email as email from AppUser u where u.id = :id")
                .set("id", id).one();
    }

    /** True if no other account has this name. */
    boolean alone(Person person) {
        return Ask.of(em, Long.class, "select count(u) as n from AppUser u where u.name = :name").set("name", person.name()).one().orElse(0L) == 1;
    }

    /** How many rows of a part are about a person. */
    long count(PersonalData part, Person person) {
        return select("select count(*) as n from `" + part.table() + "` where `" + part.by() + "` = ?", of(part, person)).stream()
                .mapToLong(row -> ((Number) row.get("n")).longValue()).sum();
    }

    /** The newest rows of a part that are about a person, so many at most, by the names of their columns. */
    List<Map<String, Object>> rows(PersonalData part, Person person, int most) {
        String columns = part.shown().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "));
        return select("select " + columns + " from `" + part.table() + "` where `" + part.by() + "` = ? order by 1 desc limit " + most, of(part, person));
    }

    /** Does with the rows of a part what it says. */
    int forget(PersonalData part, Person person, String number) {
        Object of = of(part, person);
        if (of == null || part.end() == PersonalData.End.KEPT) {
            return 0;
        }
        if (part.end() == PersonalData.End.DELETED) {
            return change("delete from `" + part.table() + "` where `" + part.by() + "` = ?", of);
        }
        String set = Stream.concat(part.renamed().stream().map(c -> "`" + c + "` = ?"), part.emptied().stream().map(c -> "`" + c + "` = null"))
                .collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>();
        part.renamed().forEach(c -> values.add(number));
        values.add(of);
        return change("update `" + part.table() + "` set " + set + " where `" + part.by() + "` = ?", values.toArray());
    }

    private static Object of(PersonalData part, Person person) {
        return switch (part.how()) {
            case ID -> person.id();
            case NAME -> person.name();
            case LOGIN -> person.login();
            case MAIL -> person.email();
        };
    }

    private List<Map<String, Object>> select(String sql, Object of) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (of == null) {
            return found;
        }
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            statement.setObject(1, of);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.put(rows.getMetaData().getColumnLabel(i), rows.getObject(i));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private int change(String sql, Object... values) {
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
