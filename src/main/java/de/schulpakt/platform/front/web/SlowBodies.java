package de.schulpakt.platform.front.web;

import java.util.HashMap;
import java.util.Map;

/** The places for bodies that have not come whole with their head: few for one sender, and fewer than there are threads. */
final class SlowBodies {
    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();
    private int sum;

    SlowBodies(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /** Takes a place; false if this sender, or all together, have none left. */
    synchronized boolean enter(String sender) {
        int own = taken.getOrDefault(sender, 0);
        if (sum >= all || own >= each) {
            return false;
        }
        taken.put(sender, own + 1);
        sum++;
        return true;
    }

    /** Gives a place back. */
    synchronized void leave(String sender) {
        sum--;
        taken.computeIfPresent(sender, (s, n) -> n == 1 ? null : n - 1);
    }
}
