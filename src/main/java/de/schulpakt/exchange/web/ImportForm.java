package de.schulpakt.exchange.web;

import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.table.CsvFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of an import while somebody changes them. */
public class ImportForm implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Map<String, String> DELIMITERS = Map.of(",", "comma", ";", "semicolon", "\t", "tab", "|", "pipe");
    private String charset;
    private String delimiter;
    private Integer headerLine;
    private boolean leaveOut;
    private final List<String> columns;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final transient ImportQueries.Form choices;

    ImportForm(ImportQueries.View view, ImportQueries.Form choices) {
        ImportSettings settings = view.settings();
        this.choices = choices;
        charset = settings.format().charset();
        delimiter = DELIMITERS.get(String.valueOf(settings.format().delimiter()));
        headerLine = settings.format().headerLine();
        leaveOut = settings.leavesOut();
        columns = new ArrayList<>(settings.columns());
        view.columns().stream().filter(c -> c.left() && c.index() < columns.size()).forEach(c -> columns.set(c.index(), ""));
        words.putAll(settings.words());
        view.words().forEach(w -> words.put(w.text(), w.type()));
        // answers to what earlier dry runs have asked stay, be they asked on this page or not
        settings.options().keySet().stream().filter(name -> !ImportSettings.LEAVE_OUT.equals(name) && !settings.isWord(name))
                .forEach(name -> options.put(name, settings.option(name)));
        choices.options().forEach(o -> options.put(o.name(), settings.option(o.name())));
    }

    /** The settings with the columns to be guessed again. */
    ImportSettings reread() {
        return settings(null);
    }

    ImportSettings settings() {
        return settings(columns);
    }

    private ImportSettings settings(List<String> assigned) {
        char sign = DELIMITERS.entrySet().stream().filter(d -> d.getValue().equals(delimiter)).findFirst()
                .map(d -> d.getKey().charAt(0)).orElse(',');
        Map<String, String> chosen = new LinkedHashMap<>(options);
        chosen.values().removeIf(v -> v == null || v.isEmpty());
        chosen.put(ImportSettings.LEAVE_OUT, String.valueOf(leaveOut));
        Map<String, String> meant = new LinkedHashMap<>(words);
        meant.values().removeIf(v -> v == null || v.isEmpty());
        return new ImportSettings(new CsvFormat(charset, sign, headerLine == null ? -1 : headerLine), assigned, chosen).with(meant);
    }

    public List<String> getDelimiters() {
        return List.of("comma", "semicolon", "tab", "pipe");
    }

    public List<ImportQueries.Choice> getFields() {
        return choices.fields();
    }

    public List<ImportQueries.Choice> getConstants() {
        return choices.constants();
    }

    public List<ImportKind.Option> getChoices() {
        return choices.options();
    }

    public List<String> getColumns() {
        return columns;
    }

    public Map<String, String> getWords() {
        return words;
    }

    public Map<String, String> getOptions() {
        return options;
    }

    public String getCharset() {
        return charset;
    }

    public void setCharset(String charset) {
        this.charset = charset;
    }

    public String getDelimiter() {
        return delimiter;
    }

    public void setDelimiter(String delimiter) {
        this.delimiter = delimiter;
    }

    public Integer getHeaderLine() {
        return headerLine;
    }

    public void setHeaderLine(Integer headerLine) {
        this.headerLine = headerLine;
    }

    public boolean isLeaveOut() {
        return leaveOut;
    }

    public void setLeaveOut(boolean leaveOut) {
        this.leaveOut = leaveOut;
    }
}
