package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvFormat;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds out how a file is to be read and which column means what, for imports and for who reads a file of the same kind at once. */
@ApplicationScoped
public class ImportReader {
    @Inject
    ImportJobs jobs;

    /** A file, and how it was read. */
    public record Read(CsvFile file, ImportSettings settings) {
    }

    /**
     * What was found out.
     *
     * @param header by which files of the same columns are known, null if the file names none
     * @param names  of its columns
     */
    record Guess(ImportSettings settings, String header, List<String> names) {
    }

    /**
     * Reads a file as an import would, with the columns that were assigned at the last import of such a file, and keeps nothing. Its caller has asked the guard.
     *
     * @throws Refused if it is no table, see {@link CsvFile#accepted}
     */
    public Read read(ImportKind kind, byte[] content) {
        byte[] sent = accepted(kind, content);
        CsvFormat format = CsvFile.detect(sent, known(kind));
        byte[] kept = kind.kept(sent, format);
        ImportSettings settings = remembered(kind, guessed(kind, kept, new ImportSettings(format, null, kind.usual())));
        return new Read(CsvFile.read(kept, settings.format()), settings);
    }

    static byte[] accepted(ImportKind kind, byte[] content) {
        return CsvFile.accepted(content == null || content.length > CsvFile.MOST_BYTES ? content : kind.table(content));
    }

    static Predicate<String> known(ImportKind kind) {
        List<? extends ImportField> fields = kind.fields();
        return column -> ImportMapping.knows(column, fields);
    }

    /**
     * What people have assigned once holds for the next file of the same columns: columns and what words mean, and nothing else of its settings. A column of which
     * nothing is kept is never assigned.
     */
    ImportSettings remembered(ImportKind kind, Guess guess) {
        ImportSettings now = guess.settings();
        Predicate<String> taken = kind.takes();
        return Optional.ofNullable(guess.header()).flatMap(header -> jobs.last(kind.name(), header))
                .filter(last -> last.columns().size() == now.columns().size() && last.columns().stream()
                        .allMatch(c -> c.isEmpty() || kind.fields().stream().anyMatch(f -> f.name().equals(c))))
                .map(last -> new ImportSettings(now.format(), IntStream.range(0, last.columns().size())
                        .mapToObj(i -> taken.test(guess.names().get(i)) ? last.columns().get(i) : "").toList(), now.options()).with(last.words())).orElse(now);
    }

    /** Finds out what the settings leave open. */
    static Guess guessed(ImportKind kind, byte[] content, ImportSettings s) {
        CsvFormat f = s.format();
        CsvFormat format = f.headerLine() >= 0 ? f : new CsvFormat(f.charset(), f.delimiter(),
                CsvFile.headerLine(content, f.charset(), f.delimiter(), known(kind)));
        CsvFile file = CsvFile.read(content, format);
        List<String> columns = s.columns() == null || s.columns().size() != file.columns().size()
                ? ImportMapping.guess(file, kind.fields(), kind.takes()) : s.columns().stream().map(c -> c == null ? "" : c).toList();
        return new Guess(new ImportSettings(format, columns, s.options()), format.headerLine() == 0 ? null
                : Sha256.hex(file.columns().stream().map(ImportMapping::normal).collect(Collectors.joining("\n"))), file.columns());
    }
}
