package de.schulpakt.overview.money;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Like;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The condition that all questions about money share, over a budget {@code b} and its school {@code s}: a figure and the
 * rows behind it ask the same, so they agree.
 */
final class MoneyWhere {
    private final Scope scope;
    private final StringBuilder clause = new StringBuilder();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private MoneyWhere(Scope scope) {
        this.scope = scope;
        clause.append(" where").append(scope.school("s"));
    }

    static MoneyWhere of(UsageQueries.Filter filter, Scope scope) {
        MoneyWhere where = new MoneyWhere(scope).common(filter.programme(), filter.authority(), filter.school(), filter.category());
        if (filter.q() != null && !filter.q().isBlank()) {
            where.add("s.name like :q escape '!'", "q", Like.anywhere(filter.q()));
        }
        return where;
    }

    static MoneyWhere of(TraceQueries.Filter filter, Scope scope) {
        MoneyWhere where = new MoneyWhere(scope).common(filter.programme(), filter.authority(), filter.school(), filter.category());
        where.add("b.id = :budget", "budget", filter.budget());
        return where;
    }

    /** Starts with {@code where}. */
    String clause() {
        return clause.toString();
    }

    /** Sets the parameters of {@link #clause}. */
    <T> Ask<T> bind(Ask<T> ask) {
        values.forEach(ask::set);
        return scope.bind(ask);
    }

    private MoneyWhere common(Long programme, Long authority, Long school, Category category) {
        add("b.programmeId = :programme", "programme", programme);
        add("s.authorityId = :authority", "authority", authority);
        add("b.schoolId = :school", "school", school);
        add("b.category = :category", "category", category);
        return this;
    }

    private void add(String condition, String name, Object value) {
        if (value != null) {
            clause.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
