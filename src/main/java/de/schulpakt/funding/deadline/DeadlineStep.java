package de.schulpakt.funding.deadline;

/** When people are told of a deadline that nobody has seen to. */
enum DeadlineStep {
    /** 30 days are left, or fewer. */
    MONTH(30, "message.deadline_month", "message.deadline_month_unverified"),
    /** 7 days are left, or fewer. */
    WEEK(7, "message.deadline_week", "message.deadline_week_unverified"),
    /** One day is left, or it is due today. */
    DAY(1, "message.deadline_day", "message.deadline_day_unverified"),
    /** It is over. */
    OVER(-1, "message.deadline_over", "message.deadline_over_unverified");

    private final long days;
    private final String verified;
    private final String unverified;

    DeadlineStep(long days, String verified, String unverified) {
        this.days = days;
        this.verified = verified;
        this.unverified = unverified;
    }

    /** The last step that was passed with so many days left, which are less than nothing when it is over; null before the first. */
    static DeadlineStep at(long daysLeft) {
        DeadlineStep passed = null;
        for (DeadlineStep step : values()) {
            passed = daysLeft <= step.days ? step : passed;
        }
        return passed;
    }

    /** The key of the sentence; where the day rests on a rule that nobody has verified, it says so. */
    String sentence(boolean ruleVerified) {
        return ruleVerified ? verified : unverified;
    }
}
