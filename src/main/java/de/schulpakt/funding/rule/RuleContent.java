package de.schulpakt.funding.rule;

import java.util.List;

/** What all rules said when a step relied on them. */
record RuleContent(List<RuleFinding> findings) {
}
