package de.schulpakt.procurement.invoice;

import de.schulpakt.platform.text.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What an invoice asks for each line of the orders, to the cent: goods with the tax of their rate and their share of all else. */
final class Split {
    /** What falls on one line of an order; the amount is gross and as printed. */
    record Share(int pieces, long grossCents) {
        Share plus(Share other) {
            return new Share(pieces + other.pieces, Math.addExact(grossCents, other.grossCents));
        }
    }

    private Split() {
    }

    /**
     * @param adjustment rounding less what was paid before
     * @return by the id of the order line; the amounts add up to what is payable
     */
    static Map<Long, Share> of(List<InvoiceLine> lines, List<InvoiceVat> rates, long adjustment) {
        List<InvoiceLine> goods = lines.stream().filter(l -> l.goods() && l.orderLineId() != null).toList();
        long[] gross = new long[goods.size()];
        long left = adjustment;
        for (InvoiceVat rate : rates) {
            int[] of = indexes(goods, rate.vatBp());
            long total = Math.addExact(rate.netCents(), rate.vatCents());
            if (of.length == 0) {
                left += total;
                continue;
            }
            long[] weights = new long[of.length];
            for (int i = 0; i < of.length; i++) {
                weights[i] = goods.get(of[i]).netCents();
            }
            long[] shares = Money.of(total).split(weights);
            for (int i = 0; i < of.length; i++) {
                gross[of[i]] += shares[i];
            }
        }
        long[] more = Money.of(left).split(gross);
        Map<Long, Share> shares = new TreeMap<>();
        for (int i = 0; i < gross.length; i++) {
            shares.merge(goods.get(i).orderLineId(), new Share(goods.get(i).pieces(), gross[i] + more[i]), Share::plus);
        }
        return shares;
    }

    private static int[] indexes(List<InvoiceLine> goods, int vatBp) {
        return IntStream.range(0, goods.size()).filter(i -> goods.get(i).vatBp() == vatBp).toArray();
    }
}
