package de.schulpakt.funding.proof;

import de.schulpakt.funding.proof.ProofContent.Fact;
import de.schulpakt.funding.proof.ProofContent.Gap;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;

/** Facts and gaps of a proof as sentences, told in the language of whoever reads them. */
public final class ProofWords {
    private ProofWords() {
    }

    /** A sentence of the factual report. */
    public static Sentence of(Fact fact) {
        return fact.number() != null ? Sentence.of(Texts.key(fact.kind()), fact.number(), fact.second())
                : Sentence.of(Texts.key(fact.kind()), fact.first(), fact.last());
    }

    /** What is missing, how often, where, and an example. */
    public static Sentence of(Gap gap) {
        return Sentence.of(Texts.key(gap.kind()) + ".said", gap.number(), gap.school() == null ? "" : gap.school(), gap.example() == null ? "" : gap.example(),
                gap.stocktakeNo() == null ? "" : gap.stocktakeNo());
    }
}
