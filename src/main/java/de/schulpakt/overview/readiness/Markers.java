package de.schulpakt.overview.readiness;

/** Markers on a drawing that must not cover each other. */
final class Markers {
    private static final int ROUNDS = 400;
    /** A turn that never comes back to where it was, so that markers at one point leave it in different directions, and each time in the same ones. */
    private static final double TURN = Math.PI * (3 - Math.sqrt(5));

    private Markers() {
    }

    /**
     * Pushes each two points that are too near away from each other, each by half, until none is; those that are far enough stay where they are.
     *
     * @param at       the points (x, y), changed in place
     * @param distance that two of them shall have
     * @param low      least x and y
     * @param highX    largest x
     * @param highY    largest y
     */
    static void apart(double[][] at, double distance, double low, double highX, double highY) {
        for (int round = 0, moved = 1; moved > 0 && round < ROUNDS; round++) {
            moved = 0;
            for (int i = 0; i < at.length; i++) {
                for (int k = i + 1; k < at.length; k++) {
                    moved += push(at[i], at[k], distance, TURN * (i + k + round)) ? 1 : 0;
                }
            }
            for (double[] one : at) {
                one[0] = Math.min(Math.max(one[0], low), highX);
                one[1] = Math.min(Math.max(one[1], low), highY);
            }
        }
    }

    private static boolean push(double[] a, double[] b, double distance, double turn) {
        double x = b[0] - a[0];
        double y = b[1] - a[1];
        double far = Math.hypot(x, y);
        // rounding to whole pixels may take one
        if (far >= distance - 1) {
            return false;
        }
        if (far < 1e-6) {
            x = Math.cos(turn);
            y = Math.sin(turn);
            far = 1;
        }
        double half = (distance - Math.min(far, Math.hypot(b[0] - a[0], b[1] - a[1]))) / 2;
        a[0] -= x / far * half;
        a[1] -= y / far * half;
        b[0] += x / far * half;
        b[1] += y / far * half;
        return true;
    }
}
