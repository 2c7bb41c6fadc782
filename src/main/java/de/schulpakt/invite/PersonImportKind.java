package de.schulpakt.invite;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.exchange.table.Finding;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.account.CreateUser;
import de.schulpakt.identity.account.Users;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.mail.MailSettings;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** People as something to import: each row becomes an account with a role, and a link to a password by mail. */
@ApplicationScoped
public class PersonImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "people";
    private static final long SEVERAL = -1;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Users users;

    private record Known(Long id, String name, String no) {
    }

    private record Stamp(Long users, Long newest, Long schools) {
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/invite/imports";
    }

    @Override
    public Permission permission() {
        return USER_ADMIN;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(PersonField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of();
    }

    @Override
    public void check(ImportSettings settings) {
        guard.requireEverywhere(USER_ADMIN);
        if (settings.words().values().stream().anyMatch(word -> Arrays.stream(Role.values()).noneMatch(role -> role.name().equals(word)))) {
            throw new Refused("import.settings");
        }
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of();
    }

    @Override
    public Words words() {
        return new Words(PersonField.ROLE, List.of(Role.values()), (text, settings) -> Roles.of(text));
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        guard.requireEverywhere(USER_ADMIN);
        List<Finding> ofFile = MailSettings.read().on() ? List.of() : List.of(Finding.error(null, null, null, "invite.no_mail"));
        return new PersonRows(file, settings, stored()).plan(ofFile);
    }

    @Override
    public Object stamp() {
        return List.of(Ask.of(em, Stamp.class, """
                select count(u) as users, coalesce(max(u.id), 0) as newest, (select count(s) from School s) as schools from AppUser u""").one().orElseThrow(),
                MailSettings.read().on());
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        int stored = 0;
        for (ImportPlan.Row row : plan.rows()) {
            if (row.outcome() == Outcome.NEW) {
                users.create((CreateUser) row.what());
                progress.accept(++stored);
            }
        }
    }

    private PersonRows.Stored stored() {
        Map<String, Long> logins = new HashMap<>();
        Ask.of(em, Known.class, "select u.id as id, u.login as name, u.login as no from AppUser u").list()
                .forEach(user -> logins.put(PersonRows.key(user.name()), user.id()));
        Map<String, Long> schools = new HashMap<>();
        Ask.of(em, Known.class, "select s.id as id, s.name as name, s.officialNo as no from School s where s.authorityId is not null").list().forEach(school -> {
            put(schools, school.name(), school.id());
            if (school.no() != null) {
                put(schools, school.no(), school.id());
            }
        });
        Map<String, Long> authorities = new HashMap<>();
        Ask.of(em, Known.class, "select a.id as id, a.name as name, a.name as no from Authority a").list()
                .forEach(authority -> put(authorities, authority.name(), authority.id()));
        return new PersonRows.Stored(logins, schools, authorities);
    }

    private static void put(Map<String, Long> all, String name, Long id) {
        all.merge(PersonRows.key(name), id, (one, other) -> one.equals(other) ? one : Long.valueOf(SEVERAL));
    }
}
