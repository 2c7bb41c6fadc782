package de.schulpakt.procurement.finance;

import de.schulpakt.funding.programme.Category;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;

/** Which account, cost centre and special item belong to a programme, a category, a school, or to all of an authority. */
@Entity
@Table(name = "finance_rule")
class FinanceRule {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "programme_id")
    private Long programmeId;
    @Enumerated(EnumType.STRING)
    @Column(name = "category")
    private Category category;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "account")
    private String account;
    @Column(name = "cost_centre")
    private String costCentre;
    @Column(name = "special_item_no")
    private String specialItemNo;

    protected FinanceRule() {
    }

    FinanceRule(Long authorityId, FinanceSettings.Rule cmd) {
        this.authorityId = authorityId;
        this.programmeId = cmd.programmeId();
        this.category = cmd.category();
        this.schoolId = cmd.schoolId();
    }

    boolean isOf(FinanceSettings.Rule cmd) {
        return Objects.equals(programmeId, cmd.programmeId()) && category == cmd.category() && Objects.equals(schoolId, cmd.schoolId());
    }

    void says(FinanceSettings.Rule cmd) {
        this.account = FinanceSettings.said(cmd.account());
        this.costCentre = FinanceSettings.said(cmd.costCentre());
        this.specialItemNo = FinanceSettings.said(cmd.specialItemNo());
    }
}
