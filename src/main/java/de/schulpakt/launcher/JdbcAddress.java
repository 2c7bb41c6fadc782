package de.schulpakt.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a database, with what the application expects of each connection unless the operator says otherwise. */
record JdbcAddress(String url) {

    private static final Pattern SINGLE = Pattern.compile("jdbc:mariadb://([^/:?,]+)(?::(\\d+))?/([^?/]+)(?:\\?(.*))?");
    private static final Map<String, String> WISHES = wishes();

    private static Map<String, String> wishes() {
        Map<String, String> wishes = new LinkedHashMap<>();
        wishes.put("connectTimeout", "3000");
        // an answer that does not come: the longest question of a page takes a fraction of this, a row that somebody holds half
        wishes.put("socketTimeout", "10000");
        // whoever meets a locked row learns so within seconds; the database's own clock speaks UTC as ours does
        wishes.put("sessionVariables", "innodb_lock_wait_timeout=5,time_zone='+00:00'");
        return wishes;
    }

    /** The same with a parameter, unless the operator has given it. */
    JdbcAddress with(String name, String value) {
        return url.contains(name + "=") ? this : new JdbcAddress(url + (url.indexOf('?') < 0 ? '?' : '&') + name + '=' + value);
    }

    /** The address for the pool of the application. */
    String forPool() {
        JdbcAddress result = this;
        for (Map.Entry<String, String> wish : WISHES.entrySet()) {
            result = result.with(wish.getKey(), wish.getValue());
        }
        return result.url();
    }

    /** Host, port and name for the programs of MariaDB, which know no JDBC. */
    record Place(String host, String port, String database, String parameters) {
    }

    Place place() {
        Matcher matcher = SINGLE.matcher(url);
        if (!matcher.matches()) {
            throw new StartFailure("SCHULPAKT_DB_URL names more than one server: back it up and restore it with the means of that server.");
        }
        return new Place(matcher.group(1), matcher.group(2) == null ? "3306" : matcher.group(2), matcher.group(3),
                matcher.group(4) == null ? "" : matcher.group(4));
    }
}
