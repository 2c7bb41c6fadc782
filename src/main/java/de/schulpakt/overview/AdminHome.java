package de.schulpakt.overview;

import java.util.List;

/**
 * The state of the installation.
 *
 * @param schema the newest migration of the database
 */
public record AdminHome(Long users, Long lockedUsers, Long schools, Long devices, String schema, List<ImportLine> imports) {
}
