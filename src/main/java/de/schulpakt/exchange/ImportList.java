package de.schulpakt.exchange;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The imports of the kinds that the asker may import, the newest first: own ones, and everybody’s for who may import everywhere. */
@Queries
public class ImportList extends ListOf<ImportRow> {
    /** Filter by the name of a kind. */
    public static final String KIND = "kind";
    private static final Listing<ImportRow> LISTING = Listing.of(ImportRow.class, "imports", "/exchange/imports")
            .from("ImportJob j").hidden("message", "j.message").hidden("actorId", "j.actorId").hidden("version", "j.version")
            .hidden("rowsDone", "j.rowsDone")
            .column("fileName", "import.file", TEXT, "j.fileName").sorted("file").always().link("import.xhtml?id={id}")
            .column("state", "import.state", STATE, "j.state").sorted()
            .column("rowsTotal", "import.rows", NUMBER, "j.rowsTotal").asked()
            .column("created", "Outcome.NEW", NUMBER, "j.rowsNew")
            .column("changed", "Outcome.CHANGED", NUMBER, "j.rowsChanged")
            .column("same", "Outcome.SAME", NUMBER, "j.rowsSame")
            .column("wrong", "Outcome.WRONG", NUMBER, "j.rowsWrong").asked()
            .column("actor", "import.who", TEXT, "j.actorName").sorted()
            .column("createdAt", "import.when", INSTANT, "j.createdAt").sorted("when")
            .column("endedAt", "import.ended", INSTANT, "j.endedAt").asked()
            .equal(KIND, String.class, "j.kind").equal("state", ImportState.class, "j.state")
            .build();
    @Inject
    Guard guard;
    @Inject
    ImportKinds kinds;
    @Inject
    ImportJobs jobs;
    @Inject
    @Any
    Instance<ImportKind> all;

    @Override
    protected Listing<ImportRow> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        List<Condition> any = new ArrayList<>();
        for (ImportKind kind : all) {
            if (guard.may(kind.permission())) {
                String parameter = "kindOf" + any.size();
                Condition own = Condition.of("j.kind = :" + parameter, parameter, kind.name());
                Long only = kinds.onlyOf(kind);
                any.add(only == null ? own : Condition.and(List.of(own, Condition.of("j.actorId = :own", "own", only))));
            }
        }
        if (any.isEmpty()) {
            all.forEach(kind -> guard.require(kind.permission()));
        }
        return Condition.or(any);
    }

    @Override
    protected List<ImportRow> completed(List<ImportRow> rows) {
        return jobs.live(rows);
    }

    @Override
    @Unguarded("Says where lists stand, nothing of what is in them.")
    public Map<String, Map<String, String>> pages() {
        Map<String, Map<String, String>> pages = new LinkedHashMap<>(super.pages());
        all.forEach(kind -> {
            if (kind.page() != null) {
                pages.put(kind.page(), Map.of(KIND, kind.name()));
            }
        });
        return pages;
    }
}
