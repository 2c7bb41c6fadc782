package de.schulpakt.overview.money.web;

import java.math.BigDecimal;

/**
 * One bar of the picture of money.
 *
 * @param key     text key of its name
 * @param tone    class of its colour
 * @param cents   the amount
 * @param from    where it begins, in percent of the whole picture
 * @param width   how wide it is, in percent of the whole picture
 * @param percent of the frame, or of what is approved: number with one decimal
 * @param href    the rows behind it, null if there are none
 */
public record UsageBar(String key, String tone, Long cents, String from, String width, BigDecimal percent, String href) {
}
