package de.schulpakt.funding.snapshot;

import java.util.List;

/** Sums at the end of a day, in cents. */
record Figures(long allottedCents, long reservedCents, long committedCents, long spentCents, long drawnCents) {
    static Figures of(List<FigureQueries.Line> lines) {
        return new Figures(lines.stream().mapToLong(FigureQueries.Line::allottedCents).sum(), lines.stream().mapToLong(FigureQueries.Line::reservedCents).sum(),
                lines.stream().mapToLong(FigureQueries.Line::committedCents).sum(), lines.stream().mapToLong(FigureQueries.Line::spentCents).sum(),
                lines.stream().mapToLong(FigureQueries.Line::drawnCents).sum());
    }
}
