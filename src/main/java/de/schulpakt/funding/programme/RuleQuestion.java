package de.schulpakt.funding.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A value of a programme that no source gives, and where it is to be looked up. */
@Entity
@Table(name = "rule_question")
class RuleQuestion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "programme_id")
    private Long programmeId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private RuleKind kind;
    @Column(name = "category")
    private String category;
    @Column(name = "question")
    private String question;

    protected RuleQuestion() {
    }

    RuleQuestion(Long programmeId, Programmes.Open open) {
        this.programmeId = programmeId;
        this.kind = open.kind();
        this.category = open.category() == null ? ProgrammeQueries.ALL : open.category().name();
        this.question = open.question();
    }
}
