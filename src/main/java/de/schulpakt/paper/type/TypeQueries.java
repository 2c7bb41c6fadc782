package de.schulpakt.paper.type;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about the types of files. */
@Queries
public class TypeQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * A type of files.
     *
     * @param offered   true if new files of it are taken in
     * @param shown     true if browsers show it; shows: if they can at all
     */
    public record Type(SafeType type, String mediaType, String ending, Boolean offered, Boolean shown, Boolean shows, Integer version) {
    }

    private record TypeRow(String mediaType, Boolean offered, Shown shown, Integer version) {
    }

    /** All types of files that can be taken in, in their order, and whether they are; for administrators. */
    public List<Type> types() {
        guard.requireEverywhere(USER_ADMIN);
        Map<String, TypeRow> rows = new HashMap<>();
        Ask.of(em, TypeRow.class, "select t.mediaType as mediaType, t.offered as offered, t.shown as shown, t.version as version from PaperType t").list()
                .forEach(t -> rows.put(t.mediaType(), t));
        return Stream.of(SafeType.values()).map(type -> {
            TypeRow row = rows.get(type.mediaType());
            return new Type(type, type.mediaType(), type.ending(), row != null && row.offered(), row != null && row.shown() != Shown.NONE, type.shown() != Shown.NONE,
                    row == null ? 0 : row.version());
        }).toList();
    }

    /** What was changed of a type of files, the newest first; for administrators. */
    public List<HistoryEntry> typeHistory(SafeType type) {
        guard.requireEverywhere(USER_ADMIN);
        return Ask.of(em, Long.class, "select t.id from PaperType t where t.mediaType = :type").set("type", type.mediaType()).one().map(id -> history.of("PaperType", id)).orElse(List.of());
    }

    /** The endings of files that are taken in, as a browser wants them named; photos that phones make are turned into JPEG. One statement. */
    @Unguarded("Names of types say nothing of anybody.")
    public String accepted() {
        List<String> offered = Ask.of(em, String.class, "select t.mediaType from PaperType t where t.offered = true order by t.id").list();
        List<SafeType> types = offered.stream().map(SafeType::of).flatMap(Optional::stream).toList();
        return types.stream().map(t -> (t.shown() == Shown.NONE ? "" : t.mediaType() + ",") + "." + t.ending()).collect(Collectors.joining(","))
                + (types.contains(SafeType.JPEG) ? ",image/heic,image/heif,.heic,.heif" : "");
    }
}
