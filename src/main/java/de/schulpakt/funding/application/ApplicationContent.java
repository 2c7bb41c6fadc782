package de.schulpakt.funding.application;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.school.place.SchoolType;
import java.time.LocalDate;
import java.util.List;

/**
 * What an application says: as its records are while it is a draft, as it was handed in afterwards. Amounts are eligible expenditure,
 * own share included, in cents, unless said otherwise.
 */
public record ApplicationContent(Head head, List<School> schools) {
    /**
     * The application itself.
     *
     * @param relyingOn    day on which its facts were looked up
     * @param ownShareBp   in basis points, null without rule
     * @param grantCents   grant money: what is applied for less own share
     */
    public record Head(String no, String title, String programme, Long authorityId, String authority, LocalDate relyingOn, Integer ownShareBp, long appliedCents,
            Long ownShareCents, Long grantCents) {
    }

    /** Its part for one school (Anlage Schule); without a year nothing is known of one. */
    public record School(Long id, String officialNo, String name, SchoolType type, String place, LocalDate conceptReceivedOn, LocalDate conceptDueOn, Year year,
            Concept media, Concept support, List<Position> positions) {
        /** What is applied for the school, in cents. */
        public long appliedCents() {
            return positions.stream().mapToLong(Position::appliedCents).sum();
        }
    }

    /** The school year on whose numbers it relies: the newest that has begun; what is null is not known. */
    public record Year(int begins, String name, Integer pupils, Integer teachers, Integer classes, String source) {
    }

    /** The version of a concept that counts; null where the school has none. */
    public record Concept(int edition, String title, LocalDate resolvedOn, LocalDate validFrom, String approver, LocalDate approvedOn, LocalDate schoolSignedOn,
            LocalDate authoritySignedOn) {
    }

    /**
     * A position; what is not said is null.
     *
     * @param unitCents price of one, gross
     * @param parentNo  number of the position that it accompanies
     */
    public record Position(int no, Category category, String description, long appliedCents, Integer quantity, Long unitCents, LocalDate measureFrom, LocalDate measureTo,
            Boolean accompanying, Integer parentNo) {
    }
}
