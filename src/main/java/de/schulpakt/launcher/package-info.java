/**
 * Starts Schulpakt as one process: {@code java -jar schulpakt.jar [demo]}. It starts the embedded MariaDB when no
 * database is configured, migrates the schema, and runs the WAR on Payara Micro. Nothing in the WAR uses this package,
 * and it uses nothing of the application: the two meet in the system properties {@code schulpakt.*}.
 *
 * <p>D1: the server runs in a second JVM that a small first one watches ({@code Guardian}): an OutOfMemoryError ends the second with exit code
 * 3 and a sentence, since anything may be half done after it.
 * <p>D2: the launcher asks the database twice a second and closes its sockets while it does not answer, so that a halted database
 * is a 503 within seconds and not the sum of all timeouts; the WAR hears of it by the system property
 * {@code schulpakt.database.away}, as it does of the end by {@code schulpakt.stopping}.
 * <p>D3: {@code bench-data} writes rows by SQL as the use cases would have left them; all invariants of {@code db/checks} hold for them.
 * <p>D4: the key by which secrets in the database are sealed stands in a file of the installation's folder and in no backup.
 * <p>D5: the second JVM's optimising compiler begins later than usual ({@code Guardian}): at the start it took more than a third of the
 * processors' time, which a busy machine has not; a class archive (CDS) was tried and holds next to nothing of what Payara loads by
 * its own class loaders.
 */
package de.schulpakt.launcher;
