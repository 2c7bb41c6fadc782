package de.schulpakt.kit;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts the SQL statements of one thread, for statement budgets. */
final class Statements implements QueryExecutionListener {

    private final ThreadLocal<List<String>> recorded = new ThreadLocal<>();

    DataSource watch(DataSource source) {
        return ProxyDataSourceBuilder.create(source).listener(this).build();
    }

    List<String> of(Runnable work) {
        List<String> list = new ArrayList<>();
        List<String> outer = recorded.get();
        recorded.set(list);
        try {
            work.run();
        } finally {
            recorded.set(outer);
        }
        return list;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // counted when it is done
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        List<String> list = recorded.get();
        if (list != null && !queries.isEmpty()) {
            list.add(queries.get(0).getQuery());
        }
    }
}
