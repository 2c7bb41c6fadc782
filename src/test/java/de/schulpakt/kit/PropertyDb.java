package de.schulpakt.kit;

import jakarta.enterprise.context.control.RequestContextController;

/** The {@link Db} for properties, which another engine runs than that of {@link DbTest}: empty tables and a request scope for each try. */
public final class PropertyDb {
    /** A try of a property. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void on(Db db);
    }

    private PropertyDb() {
    }

    /** Runs a try. */
    public static void clean(Work work) {
        Db db = Db.instance();
        db.clean();
        RequestContextController request = db.get(RequestContextController.class);
        request.activate();
        try {
            work.on(db);
        } finally {
            request.deactivate();
        }
    }
}
