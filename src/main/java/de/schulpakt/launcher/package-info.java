/**
 * Starts Schulpakt as one process: {@code java -jar schulpakt.jar [demo]}. It starts the embedded MariaDB when no
 * database is configured, migrates the schema, and runs the WAR on Payara Micro. Nothing in the WAR uses this package,
 * and it uses nothing of the application: the two meet in the system properties {@code schulpakt.*}.
 */
package de.schulpakt.launcher;
