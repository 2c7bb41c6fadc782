package de.schulpakt.identity.account.web;

import de.schulpakt.identity.Role;
import de.schulpakt.platform.text.Texts;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The accounts that the demo offers on the login page; a real installation has none. */
@ApplicationScoped
public class DemoAccounts {
    /** An account of the demo. */
    public record Account(String login, String password, String name, String roleText) {
    }

    @Inject
    @ConfigProperty(name = "schulpakt.demo", defaultValue = "false")
    boolean on;

    /** The accounts with their role in the language of the page. */
    public List<Account> list(Locale locale) {
        if (!on) {
            return List.of();
        }
        try (InputStream in = DemoAccounts.class.getResourceAsStream("/db/demo/accounts.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(
                        new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return rows.stream().map(r -> new Account(r.getField("login"), r.getField("password"), r.getField("name"),
                    Texts.get(locale, Role.valueOf(r.getField("role"))))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
