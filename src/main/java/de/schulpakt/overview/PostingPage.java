package de.schulpakt.overview;

import de.schulpakt.platform.Page;

/**
 * A page of postings and what all of them together come to, which is the figure that led here.
 *
 * @param totalCents sum over all pages
 */
public record PostingPage(Page<PostingRow> page, Long totalCents) {
}
