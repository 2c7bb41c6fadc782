package de.schulpakt.school.place;

import de.schulpakt.identity.Scope;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Map;

/** The condition of a list of schools: what the asker may see and what the filter lets pass. */
final class SchoolWhere {
    private final StringBuilder clause;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Scope scope;

    SchoolWhere(SchoolQueries.Filter filter, Scope scope) {
        this.scope = scope;
        this.clause = new StringBuilder(" where").append(scope.school("s"));
        String text = Fold.text(filter.text());
        if (text != null) {
            add(" and (s.name like :text escape '!' or s.officialNo like :text escape '!' or s.street like :text escape '!')",
                    "text", "%" + escaped(text) + "%");
        }
        String city = Fold.text(filter.city());
        if (city != null) {
            add(" and (s.city like :city escape '!' or s.postcode like :city escape '!')", "city", escaped(city) + "%");
        }
        if (filter.authority() != null) {
            add(" and s.authorityId = :authority", "authority", filter.authority());
        }
        if (filter.type() != null) {
            add(" and s.type = :type", "type", filter.type());
        }
    }

    String clause() {
        return clause.toString();
    }

    <Q extends Query> Q bind(Q query) {
        values.forEach(query::setParameter);
        return scope.bind(query);
    }

    private void add(String condition, String name, Object value) {
        clause.append(condition);
        values.put(name, value);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
