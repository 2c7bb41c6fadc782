/**
 * What tests stand on: a real MariaDB, the container of the {@code *DbTest}s, the server of the {@code *IT}s, a browser.
 * <ul>
 * <li>{@link de.schulpakt.kit.DbTest}: use cases and queries in Weld SE and EclipseLink, seconds.</li>
 * <li>{@link de.schulpakt.kit.ServerTest}: the built WAR on Payara Micro.</li>
 * <li>{@link de.schulpakt.kit.Browser}: an installed Chromium in front of it.</li>
 * </ul>
 */
package de.schulpakt.kit;
