/**
 * The story that a demo installation tells: the schools of Koblenz in the middle of their digital pact. It is told through
 * the use cases, on behalf of the people of the demo and at the days on which things happened, so history and ledger are
 * true.
 *
 * <p>D1: the whole story is one transaction: a start that is killed in the middle leaves nothing, the next one begins again.
 * <p>D2: days are relative to the day on which it is loaded, so that visits are today and deadlines near.
 * <p>D3: schools, rooms, catalogue and rules stand in {@code db/demo/*.csv}, in the project's own format.
 */
@Module(name = "demo", uses = {"overview", "install", "procurement"})
package de.schulpakt.demo;

import de.schulpakt.platform.Module;
