package de.schulpakt.paper;

import java.util.Set;

/** A room for which papers outlive the time that their kind is kept. */
public interface PaperHold {
    /** Of these subjects those whose papers must still be kept; whoever asks has asked the guard, or is a job. */
    Set<Long> held(String subjectType, Set<Long> subjectIds);
}
