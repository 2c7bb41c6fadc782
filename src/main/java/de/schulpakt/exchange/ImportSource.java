package de.schulpakt.exchange;

/** The file of an import and how it is to be read; the content is null when the import has ended. */
public record ImportSource(byte[] content, ImportSettings settings, ImportState state) {
}
