package de.schulpakt.funding.rule.web;

import de.schulpakt.funding.rule.RuleFinding;
import de.schulpakt.funding.rule.RuleQueries;
import de.schulpakt.funding.rule.RuleStage;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that speak of a request, an order, an invoice, a device or a drawdown, for the card in its page; asked once per request. */
@Named
@RequestScoped
public class RuleCard {
    @Inject
    RuleQueries queries;
    @Inject
    Language language;
    private final Map<String, List<RuleQueries.OfAward>> known = new HashMap<>();
    private final Map<String, List<RuleQueries.Then>> before = new HashMap<>();

    /** What the rules say of it, by each award that pays it. */
    public List<RuleQueries.OfAward> of(String stage, Long id) {
        return id == null ? List.of() : known.computeIfAbsent(stage + id, key -> queries.at(RuleStage.valueOf(stage), id));
    }

    /** What they said of it when steps relied on them, the newest first. */
    public List<RuleQueries.Then> kept(String stage, Long id) {
        return id == null ? List.of() : before.computeIfAbsent(stage + id, key -> queries.kept(RuleStage.valueOf(stage), id));
    }

    /** True if the rules of the award say something else today. */
    public boolean differs(String stage, Long id, RuleQueries.Then then, RuleFinding finding) {
        return of(stage, id).stream().filter(a -> a.applicationId().equals(then.applicationId())).flatMap(a -> a.findings().stream()).filter(f -> f.rule() == finding.rule())
                .findFirst().map(now -> now.differs(finding)).orElse(true);
    }

    /** The value of a rule as people read it. */
    public String value(RuleFinding finding) {
        Object said = finding == null ? null : finding.said();
        return said == null ? "–" : String.valueOf(Texts.readable(language.getLocale(), said));
    }
}
