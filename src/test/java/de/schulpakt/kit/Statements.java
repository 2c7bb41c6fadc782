package de.schulpakt.kit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts the SQL statements of one thread, for statement budgets. */
final class Statements implements QueryExecutionListener {

    private final ThreadLocal<List<String>> recorded = new ThreadLocal<>();
    private final ThreadLocal<ObjLongConsumer<String>> reads = new ThreadLocal<>();
    private final ThreadLocal<Long> before = new ThreadLocal<>();

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

    /** What the database reads for each statement of this thread: rows and entries of indexes, as it counts them itself. */
    void reads(Runnable work, ObjLongConsumer<String> each) {
        reads.set(each);
        try {
            work.run();
        } finally {
            reads.remove();
        }
    }

    private static long handlerReads(ExecutionInfo execution) {
        try {
            Connection connection = execution.getStatement().getConnection();
            try (Statement ask = connection.createStatement(); ResultSet row = ask.executeQuery("show session status like 'Handler_read%'")) {
                long sum = 0;
                while (row.next()) {
                    sum += row.getLong(2);
                }
                return sum;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (reads.get() != null) {
            before.set(handlerReads(execution));
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (reads.get() != null && !queries.isEmpty()) {
            long after = handlerReads(execution);
            // asking costs some rows too
            reads.get().accept(queries.get(0).getQuery(), after - before.get() - (handlerReads(execution) - after));
        }
        List<String> list = recorded.get();
        if (list != null && !queries.isEmpty()) {
            list.add(queries.get(0).getQuery());
        }
    }
}
