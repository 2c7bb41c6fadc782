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
    private final Map<String, List<RuleFinding>> known = new HashMap<>();

    /** What the rules say of it. */
    public List<RuleFinding> of(String stage, Long id) {
        return id == null ? List.of() : known.computeIfAbsent(stage + id, key -> queries.at(RuleStage.valueOf(stage), id));
    }

    /** The value of a rule as people read it. */
    public String value(RuleFinding finding) {
        Object said = finding == null ? null : finding.said();
        return said == null ? "–" : String.valueOf(Texts.readable(language.getLocale(), said));
    }
}
