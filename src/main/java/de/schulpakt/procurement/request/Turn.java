package de.schulpakt.procurement.request;

/** Who is to act next on a request. */
public enum Turn {
    /** The school: finish the draft or answer the question. */
    SCHOOL,
    /** The funding officer: decide, confirm, or order what is approved. */
    OFFICER,
    /** The supplier: deliver. */
    SUPPLIER,
    /** School and technician: place and install what has come. */
    INSTALLATION,
    /** Nobody: it has ended. */
    NOBODY;

    /** Whose turn it is: nobody's any more when all that came is in service. */
    static Turn of(RequestState state, long devices, long placed, long inService) {
        Way next = Way.next(state, devices, placed, inService);
        if (next == null) {
            return NOBODY;
        }
        return switch (state) {
            case DRAFT, QUERIED -> SCHOOL;
            case SUBMITTED, AWAITING_SECOND, APPROVED -> OFFICER;
            case ORDERED -> SUPPLIER;
            default -> INSTALLATION;
        };
    }
}
