package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an import will do: the dry run shows it, the import itself computes it again within its transaction.
 *
 * @param rows     each row of the file, then what is stored but not in it
 * @param findings what is wrong with the file as a whole, or with a whole column
 * @param leaveOut true if wrong rows are left out on purpose
 */
public record ImportPlan(List<Row> rows, List<Finding> findings, boolean leaveOut) {
    private static final int MANY = 20;

    /**
     * What becomes of a row.
     *
     * @param line      physical line in the file, null for what is not in it
     * @param number    the number by which people know it, or null
     * @param subjectId what is stored already, or null
     * @param what      what the kind of import stores, null for a row that changes nothing
     */
    public record Row(Integer line, Outcome outcome, String number, String name, Long subjectId, List<FactChange> changes,
            List<Finding> findings, Object what) {
    }

    /** A plan whose findings about whole columns stand there once and not in each row. */
    public static ImportPlan of(CsvFile file, List<Row> rows, List<Finding> findings, boolean leaveOut) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        Map<List<Object>, Finding> examples = new HashMap<>();
        for (Row row : rows) {
            Set<List<Object>> here = new HashSet<>();
            for (Finding finding : row.findings()) {
                List<Object> key = java.util.Arrays.asList(finding.code(), finding.column(), finding.error());
                if (here.add(key)) {
                    counts.merge(key, 1, Integer::sum);
                    examples.putIfAbsent(key, finding);
                }
            }
        }
        Map<String, Integer> filled = new HashMap<>();
        counts.entrySet().removeIf(c -> c.getValue() < MANY || c.getValue() * 5L < 4L * base(file, examples.get(c.getKey()), filled));
        List<Finding> all = new ArrayList<>(findings);
        examples.forEach((key, example) -> {
            if (counts.containsKey(key)) {
                all.add(example.ofColumn(counts.get(key)));
            }
        });
        if (counts.isEmpty()) {
            return new ImportPlan(List.copyOf(rows), List.copyOf(all), leaveOut);
        }
        return new ImportPlan(rows.stream().map(r -> r.findings().isEmpty() ? r : new Row(r.line(), r.outcome(), r.number(), r.name(),
                r.subjectId(), r.changes(), r.findings().stream().filter(f -> !counts.containsKey(
                        java.util.Arrays.<Object>asList(f.code(), f.column(), f.error()))).toList(), r.what())).toList(),
                List.copyOf(all), leaveOut);
    }

    /** What it does, in rows. */
    public ImportCounts counts() {
        int[] counts = new int[Outcome.values().length];
        rows.forEach(r -> counts[r.outcome().ordinal()]++);
        return new ImportCounts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    /** How many faults keep the file out. */
    public int faults() {
        int wrong = leaveOut ? 0 : counts().wrong();
        boolean taken = rows.stream().anyMatch(r -> r.outcome() != Outcome.WRONG && r.outcome() != Outcome.GONE);
        int ofFile = (int) findings.stream().filter(f -> f.error() && !(f.rows() != null)).count();
        return wrong + ofFile + (taken || wrong + ofFile > 0 ? 0 : 1);
    }

    private static int base(CsvFile file, Finding finding, Map<String, Integer> filled) {
        int column = finding.value() == null || finding.column() == null ? -1 : file.columns().indexOf(finding.column());
        return column < 0 ? file.rows().size() : filled.computeIfAbsent(finding.column(),
                c -> (int) file.rows().stream().filter(r -> !r.value(column).isBlank()).count());
    }
}
