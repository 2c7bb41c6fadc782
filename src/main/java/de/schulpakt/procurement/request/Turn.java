package de.schulpakt.procurement.request;

/** Who is to act next on a request. */
public enum Turn {
    /** The school: finish the draft or answer the question. */
    SCHOOL,
    /** The funding officer: decide, or order what is approved. */
    OFFICER,
    /** The supplier: deliver. */
    SUPPLIER,
    /** School and technician: place and install what has come. */
    INSTALLATION,
    /** Nobody: it has ended. */
    NOBODY;

    /** Whose turn it is in a state. */
    static Turn in(RequestState state) {
        return switch (state) {
            case DRAFT, QUERIED -> SCHOOL;
            case SUBMITTED, APPROVED -> OFFICER;
            case ORDERED -> SUPPLIER;
            case DELIVERED -> INSTALLATION;
            case REJECTED, WITHDRAWN, CANCELLED -> NOBODY;
        };
    }
}
