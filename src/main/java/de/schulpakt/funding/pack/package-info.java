/**
 * Rule packs: a whole programme as a file that somebody writes from its official text, tried out before anything is taken over.
 *
 * <p>Words: a <em>pack</em> is one file (YAML) with the programme, its sources, its rules, what is open, and <em>cases</em>: what
 * these rules must answer to an example of the official text.
 *
 * <p>D1: a pack is refused as a whole, with line and place, for a key that nobody knows, a value that its rule cannot read, and a
 * case that answers otherwise; all that is wrong is named at once. The schema is published ({@code /api/v1/rule-packs/schema}), so that an editor can hold to it.
 * <p>D2: checking stores the file and changes nothing; what it would change and whom it hits is shown, computed anew each time.
 * <p>D3: taking a pack over adds its rules unverified; a second person confirms at once all that the pack calls confirmed, and only
 * these. What the pack does not name stays as it is and is shown.
 * <p>D4: a value that differs on the same day goes beside a verified one until it is confirmed, and replaces an unverified one.
 * <p>D5: files stay as they came, with their SHA-256: an edition can be compared with what holds today years later,
 * and is downloaded byte for byte.
 * <p>D6: packs of other states come with the program as proof that the form carries them, and as examples to write from.
 * <p>D7: a pack may carry a checksum and a signature (Ed25519) in its last lines, as comments: one file is all that is handed on. A signature
 * that fits no known key is refused and never shown as unsigned; a key that was ended is never entered again.
 */
@Module(name = "funding.pack", uses = "funding.programme",
        exposes = {"PackAction", "PackFlow", "PackList", "PackQueries", "PackState", "Packs", "SignerAction", "SignerQueries", "Signers"},
        reads = {"Application", "Authority", "Programme"})
package de.schulpakt.funding.pack;

import de.schulpakt.platform.Module;
