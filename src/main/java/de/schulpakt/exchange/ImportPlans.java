package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that were read and what they would do, kept for the next look as long as neither the job nor what is stored has
 * changed: a large file is read once and not at every page of its dry run. Memory that is needed elsewhere is given back.
 */
@ApplicationScoped
class ImportPlans {
    private static final int KEPT = 4;

    @Inject
    ImportJobs jobs;
    private final Map<List<Object>, SoftReference<Read>> kept = new LinkedHashMap<>(KEPT, 1, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, SoftReference<Read>> eldest) {
            return size() > KEPT;
        }
    };

    /** A file and what it would do. */
    record Read(CsvFile file, ImportPlan plan) {
    }

    /** What a job would do now; null if its file is gone. */
    Read of(ImportKind kind, long id, Integer version) {
        List<Object> key = List.of(id, version, kind.stamp());
        synchronized (kept) {
            SoftReference<Read> found = kept.get(key);
            if (found != null && found.get() != null) {
                return found.get();
            }
        }
        Read read = fresh(kind, id);
        if (read != null) {
            synchronized (kept) {
                kept.put(key, new SoftReference<>(read));
            }
        }
        return read;
    }

    /** The same, computed in this moment. */
    Read fresh(ImportKind kind, long id) {
        byte[] content = jobs.content(id);
        if (content == null) {
            return null;
        }
        ImportSettings settings = jobs.settings(id);
        CsvFile file = CsvFile.read(content, settings.format());
        return new Read(file, kind.plan(file, settings));
    }
}
