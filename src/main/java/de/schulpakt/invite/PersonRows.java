package de.schulpakt.invite;

import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.CsvRow;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.CreateUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What an import of people will do. Pure: it compares a file with what is stored and touches neither. */
final class PersonRows {
    static final Pattern LOGIN = Pattern.compile("[a-zA-Z0-9._@-]{1,80}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+[.][^\\s@,;<>\".]+");
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 200;

    private final CsvFile file;
    private final ImportSettings settings;
    private final Stored stored;
    private final Map<String, Integer> firstLine = new HashMap<>();

    /**
     * What is stored already.
     *
     * @param logins      ids of accounts by login in small letters
     * @param schools     ids of schools by number or name in small letters; -1 where several are called so
     * @param authorities ids of authorities by name in small letters
     */
    record Stored(Map<String, Long> logins, Map<String, Long> schools, Map<String, Long> authorities) {
    }

    PersonRows(CsvFile file, ImportSettings settings, Stored stored) {
        this.file = file;
        this.settings = settings;
        this.stored = stored;
    }

    ImportPlan plan(List<Finding> ofFile) {
        Map<Integer, List<Finding>> byLine = file.findingsByLine();
        List<ImportPlan.Row> rows = new ArrayList<>();
        file.rows().stream().filter(row -> !row.isBlank()).forEach(row -> rows.add(row(row, new ArrayList<>(byLine.getOrDefault(row.line(), List.of())))));
        List<Finding> findings = new ArrayList<>(file.findingsOfFile());
        findings.addAll(ofFile);
        for (PersonField field : PersonField.values()) {
            if (field.required() && !settings.columns().contains(field.name())) {
                findings.add(Finding.error(null, null, null, "invite.no_column", field));
            }
        }
        return ImportPlan.of(file, rows, findings, settings.leavesOut());
    }

    private ImportPlan.Row row(CsvRow row, List<Finding> findings) {
        int line = row.line();
        String login = value(row, PersonField.LOGIN);
        String name = (value(row, PersonField.FIRST_NAME) + " " + value(row, PersonField.NAME)).strip();
        String email = value(row, PersonField.EMAIL);
        Long known = stored.logins().get(key(login));
        check(findings, line, PersonField.LOGIN, login, LOGIN.matcher(login).matches(), "invite.login");
        check(findings, line, PersonField.NAME, name, !name.isEmpty() && name.length() <= LONGEST_NAME, "invite.name");
        check(findings, line, PersonField.EMAIL, email, email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches(), email.isEmpty() ? "invite.email_missing" : "invite.email");
        Integer before = login.isEmpty() ? null : firstLine.putIfAbsent(key(login), line);
        if (before != null) {
            findings.add(Finding.error(line, column(PersonField.LOGIN), login, "invite.login_twice", String.valueOf(before)));
        }
        Role role = role(value(row, PersonField.ROLE));
        check(findings, line, PersonField.ROLE, value(row, PersonField.ROLE), role != null, "invite.role");
        Long school = place(findings, row, PersonField.SCHOOL, stored.schools(), "invite.school");
        Long authority = place(findings, row, PersonField.AUTHORITY, stored.authorities(), "invite.authority");
        boolean one = role == Role.SCHOOL_ADMIN;
        if (role != null && (one && value(row, PersonField.SCHOOL).isEmpty() || school != null && authority != null && !one)) {
            findings.add(Finding.error(line, column(PersonField.SCHOOL), value(row, PersonField.SCHOOL), "invite.scope"));
        }
        boolean wrong = findings.stream().anyMatch(Finding::error);
        if (!wrong && known != null) {
            findings.add(Finding.warning(line, column(PersonField.LOGIN), login, "invite.known"));
        }
        return new ImportPlan.Row(line, wrong ? Outcome.WRONG : known != null ? Outcome.SAME : Outcome.NEW, login, name, known, List.of(), findings,
                wrong || known != null ? null : new CreateUser(login, name, email, role, school != null ? null : authority, school));
    }

    private Long place(List<Finding> findings, CsvRow row, PersonField field, Map<String, Long> places, String code) {
        String named = value(row, field);
        Long id = named.isEmpty() ? null : places.get(key(named));
        if (!named.isEmpty() && (id == null || id < 0)) {
            findings.add(Finding.error(row.line(), column(field), named, id == null ? code : "invite.school_several"));
            return null;
        }
        return id;
    }

    private Role role(String text) {
        String meant = settings.words().get(text);
        return meant != null ? Role.valueOf(meant) : Roles.of(text);
    }

    private void check(List<Finding> findings, int line, PersonField field, String value, boolean good, String code) {
        if (!good && settings.columns().contains(field.name())) {
            findings.add(Finding.error(line, column(field), value, code));
        }
    }

    /** The cells of all columns that are assigned to the field, joined. */
    private String value(CsvRow row, PersonField field) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < settings.columns().size(); i++) {
            if (settings.columns().get(i).equals(field.name()) && !row.value(i).isBlank()) {
                all.append(all.length() == 0 ? "" : " ").append(row.value(i).strip());
            }
        }
        return all.toString();
    }

    private String column(PersonField field) {
        int at = settings.columns().indexOf(field.name());
        return at < 0 || at >= file.columns().size() ? null : file.columns().get(at);
    }

    static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
