package de.schulpakt.procurement.invoice;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides cents so that the parts add up to the whole: each gets its share rounded down, the largest remainders one cent more. */
final class Apportion {
    private Apportion() {
    }

    /**
     * @param weights what the parts are in proportion to; if they add up to nothing, all parts are equal
     * @return one share for each weight
     */
    static long[] of(long total, long... weights) {
        BigInteger whole = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (whole.signum() == 0) {
            long[] equal = new long[weights.length];
            Arrays.fill(equal, 1);
            return weights.length == 0 ? equal : of(total, equal);
        }
        long[] shares = new long[weights.length];
        BigInteger[] rests = new BigInteger[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            // a modulus is never below zero, so that the share is rounded down whatever the signs are
            BigInteger product = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i])).multiply(BigInteger.valueOf(whole.signum()));
            rests[i] = product.mod(whole.abs());
            shares[i] = product.subtract(rests[i]).divide(whole.abs()).longValueExact();
            left -= shares[i];
        }
        int[] largest = IntStream.range(0, weights.length).boxed().sorted(Comparator.comparing((Integer i) -> rests[i]).reversed()
                .thenComparing(i -> i)).mapToInt(i -> i).toArray();
        for (int i = 0; i < left; i++) {
            shares[largest[i]]++;
        }
        return shares;
    }
}
