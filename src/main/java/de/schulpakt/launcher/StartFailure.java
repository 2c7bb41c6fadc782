package de.schulpakt.launcher;

/** Schulpakt cannot start: the message is the one sentence that the operator reads, with its remedy. */
public class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and what helps */
    public StartFailure(String sentence) {
        super(sentence);
    }

    /**
     * @param sentence what is wrong and what helps
     * @param cause    for the log file
     */
    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
