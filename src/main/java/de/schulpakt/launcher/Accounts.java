package de.schulpakt.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accounts of the demo, one per role and a second officer for what one may not do alone, as {@code db/demo/accounts.csv} lists them. */
final class Accounts {

    private record Account(String login, String password, String role, String name) {

        static Account of(String line) {
            String[] cells = line.split(",", 4);
            return new Account(cells[0], cells[1], cells[2], cells[3]);
        }

        String line() {
            return String.format("  %-14s %-12s %s (%s)", login, password, name, role);
        }
    }

    private Accounts() {
    }

    static List<String> lines() {
        try (InputStream in = Accounts.class.getResourceAsStream("/db/demo/accounts.csv")) {
            if (in == null) {
                return List.of();
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).filter(line -> !line.isBlank())
                    .map(Account::of).map(Account::line).toList();
        } catch (IOException e) {
            throw new StartFailure("The list of demo accounts in schulpakt.jar cannot be read: build it again.", e);
        }
    }
}
