package de.schulpakt.notice.talk;

/** What happens to a comment after it was written. */
public enum CommentAction {
    /** Its author has changed the words. */
    EDIT,
    /** Its words have gone. */
    REMOVE,
    /** It came by mail, and an administrator has assigned it. */
    BRING
}
