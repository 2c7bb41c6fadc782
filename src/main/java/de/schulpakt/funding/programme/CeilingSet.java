package de.schulpakt.funding.programme;

import de.schulpakt.platform.text.Money;

/**
 * News: the ceiling of an authority is about to become this amount. Who counts grants against it refuses what is too little;
 * the ceiling's row is locked meanwhile.
 *
 * @param amount grant money, without own share
 */
public record CeilingSet(Long programmeId, Long authorityId, Money amount) {
}
