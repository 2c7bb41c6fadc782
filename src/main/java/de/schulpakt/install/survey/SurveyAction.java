package de.schulpakt.install.survey;

/** What is done in a survey; named in the history of the room. */
public enum SurveyAction {
    /** The power will do, or will not. */
    SURVEY
}
