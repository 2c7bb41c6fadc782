package de.schulpakt.funding.pack;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.programme.RuleStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a pack would do to one rule of its programme.
 *
 * @param category null: for all
 * @param value    of the pack, null for what it does not name
 * @param standing what stands for the same day, null if nothing does
 * @param status   what the pack says of its source
 */
record PackChange(What what, RuleKind kind, Category category, LocalDate validFrom, String value, ProgrammeQueries.Rule standing,
        RuleStatus status, String source, String url) {
    /** What happens. */
    public enum What {
        /** The programme has no value of that kind, category and day. */
        NEW,
        /** It has another one. */
        OTHER,
        /** It has the same. */
        SAME,
        /** The pack does not name it; it stays. */
        ONLY_HERE;

        /** True if a rule is added. */
        boolean adds() {
            return this == NEW || this == OTHER;
        }
    }

    /** Pack and programme side by side. */
    static List<PackChange> of(Pack pack, List<ProgrammeQueries.Rule> standing) {
        List<PackChange> changes = new ArrayList<>();
        for (Pack.Rule rule : pack.rules()) {
            List<ProgrammeQueries.Rule> there = standing.stream().filter(s -> same(rule, s)).toList();
            ProgrammeQueries.Rule equal = there.stream().filter(s -> s.value().equals(rule.value())).findFirst().orElse(null);
            // an unverified value gives way, a verified one stays beside the new one
            ProgrammeQueries.Rule other = Stream.concat(there.stream().filter(s -> !s.verified()), there.stream()).findFirst().orElse(null);
            What what = equal != null ? What.SAME : other != null ? What.OTHER : What.NEW;
            changes.add(new PackChange(what, rule.kind(), rule.category(), rule.from(), rule.value(), equal != null ? equal : other,
                    rule.status(), rule.source(), rule.url()));
        }
        standing.stream().filter(s -> pack.rules().stream().noneMatch(rule -> same(rule, s))).forEach(s -> changes.add(new PackChange(
                What.ONLY_HERE, s.kind(), category(s), s.validFrom(), null, s, s.status(), s.source(), s.sourceUrl())));
        return changes;
    }

    private static boolean same(Pack.Rule rule, ProgrammeQueries.Rule standing) {
        return rule.kind() == standing.kind() && Objects.equals(rule.category(), category(standing)) && rule.from().equals(standing.validFrom());
    }

    private static Category category(ProgrammeQueries.Rule rule) {
        return rule.category().equals("ALL") ? null : Category.valueOf(rule.category());
    }
}
