package de.schulpakt.exchange.table;

/**
 * How a CSV file is to be read.
 *
 * @param charset    name of the encoding, e.g. UTF-8
 * @param delimiter  what stands between two cells
 * @param headerLine physical line of the column names, 1 for the first; 0 if the file has none
 */
public record CsvFormat(String charset, char delimiter, int headerLine) {
}
