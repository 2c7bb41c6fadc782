/**
 * Tables as they come and go: CSV files of any origin read and explained, workbooks turned into them, lists written.
 *
 * <p>Words: a <em>format</em> is the encoding and the separator of a file; a <em>finding</em> is what is wrong or doubtful in it.
 *
 * <p>D2: encodings are told apart by the German letters in a file and not by a statistical library, for such libraries do
 * not know the DOS code page and misjudge short files.
 * <p>D6: reading grows with the file and never with its square.
 * <p>D7: an XLSX workbook becomes CSV when it is uploaded, so that everything behind knows tables of text only.
 */
@Module(name = "exchange.table", uses = "platform",
        exposes = {"CsvFile", "CsvFormat", "CsvOut", "CsvRow", "Decimals", "Finding", "TreasuryText", "XlsxOut"})
package de.schulpakt.exchange.table;

import de.schulpakt.platform.Module;
