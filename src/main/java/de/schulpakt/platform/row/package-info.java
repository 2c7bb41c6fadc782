/**
 * Rows of the database as records: questions mapped by name, pages of them, and how EclipseLink speaks with MariaDB.
 *
 * <p>D1: {@link de.schulpakt.platform.row.Ask} maps the columns of a question into records by name. It reads the aliases from
 * EclipseLink's query, because those of a JPA Tuple are known only once there is a row, and a wrong alias is to fail always.
 */
@Module(name = "platform.row", uses = {"platform", "platform.text"},
        exposes = {"Ask", "Page", "PageRequest"})
package de.schulpakt.platform.row;

import de.schulpakt.platform.Module;
