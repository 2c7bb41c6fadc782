package de.schulpakt.funding.revision;

import de.schulpakt.funding.programme.Category;
import java.time.LocalDate;
import java.util.List;

/** What a version says, as it was sent; amounts are eligible expenditure, own share included, in cents. */
public record RevisionContent(String no, String applicationNo, int edition, RevisionKind kind, String reason, LocalDate askedTo, LocalDate sentOn, List<Line> lines) {
    /**
     * What it makes of a position.
     *
     * @param positionNo null for one that there was not
     * @param quantity   of a new position, as the price of one and the days; null where nothing was said
     */
    public record Line(Integer positionNo, Long schoolId, String school, Category category, String description, long fromCents, long toCents, String why, Integer quantity,
            Long unitCents, LocalDate measureFrom, LocalDate measureTo) {
    }
}
