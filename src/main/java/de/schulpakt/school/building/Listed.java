package de.schulpakt.school.building;

/** Whether a building is a monument. */
public enum Listed {
    /** It is: drilling and cabling need a permit. */
    YES,
    /** It is not. */
    NO
}
