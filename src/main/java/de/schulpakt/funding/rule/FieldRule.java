package de.schulpakt.funding.rule;

import static de.schulpakt.funding.rule.RuleStage.DEVICE;
import static de.schulpakt.funding.rule.RuleStage.DRAWDOWN;
import static de.schulpakt.funding.rule.RuleStage.INVOICE;
import static de.schulpakt.funding.rule.RuleStage.ORDER;
import static de.schulpakt.funding.rule.RuleStage.REQUEST;

import de.schulpakt.funding.programme.RuleKind;
import java.util.Set;

/** The rules of the field by their numbers, where each is shown beside the application, and which value of the programme it reads. */
public enum FieldRule {
    /** Measures begin no earlier than the programme allows. */
    R01(RuleKind.EARLIEST_START),
    /** Measures end within the programme. */
    R02(RuleKind.END),
    /** The grants stay within the ceiling. */
    R03(null),
    /** The own share is what the programme names. */
    R04(RuleKind.OWN_SHARE_BP),
    /** Not more supplements in a year than allowed. */
    R05(RuleKind.SUPPLEMENTS_PER_YEAR),
    /** Each school has exactly one annex. */
    R06(null),
    /** The concept for operation, maintenance and support is signed by both. */
    R07(null),
    /** The media concept has come. */
    R08(null),
    /** The category is in the programme's list. */
    R09(RuleKind.CATEGORY_ALLOWED, REQUEST, ORDER),
    /** Mobile devices only where the network exists. */
    R10(RuleKind.NETWORK_FIRST, REQUEST, DEVICE, DRAWDOWN),
    /** Mobile devices within the cap. */
    R11(RuleKind.MOBILE_CAP_CENTS, REQUEST, DRAWDOWN),
    /** What accompanies a measure has one. */
    R12(RuleKind.ACCOMPANYING_NEEDS_PARENT),
    /** Administration refers to what another programme has paid. */
    R13(null),
    /** Drawn within the grant share of what was spent. */
    R14(RuleKind.PAYOUT_MODE, DRAWDOWN),
    /** Money that came is spent in time. */
    R15(RuleKind.SPEND_DAYS, DRAWDOWN),
    /** Bound devices are not given up without consent. */
    R16(RuleKind.BINDING_YEARS, DEVICE),
    /** Devices with inventory number, serial number, school, place and payer. */
    R17(null, DEVICE),
    /** Fixed assets above the limit of value. */
    R18(null, DEVICE),
    /** A school is counted once a year. */
    R19(null, DEVICE),
    /** The procedure of the award fits the value. */
    R20(RuleKind.DIRECT_AWARD_LIMIT, ORDER),
    /** Enough companies were asked. */
    R21(RuleKind.AWARD_COMPANIES, ORDER),
    /** Nothing is paid twice: the shares of a device are its price. */
    R22(null, DEVICE),
    /** Loans with a signed contract, of minors with a guardian. */
    R23(null, DEVICE),
    /** An Apple account only from 14 years on. */
    R24(null, DEVICE),
    /** Lent devices are marked as property. */
    R25(null, DEVICE),
    /** Figures are kept on each key date. */
    R26(RuleKind.REPORT_DAYS),
    /** Each change stands in the history. */
    R27(null),
    /** What is known of borrowers is erased in time. */
    R28(null, DEVICE),
    /** The program tells of its accessibility. */
    R29(null),
    /** Positions within the tolerance. */
    R30(RuleKind.TOLERANCE_BP),
    /** Suppliers send electronic invoices. */
    R31(null, INVOICE),
    /** The rate of tax fits the day of supply. */
    R32(null, INVOICE),
    /** A cash discount that was taken lowers what is eligible. */
    R33(null, INVOICE),
    /** Orders and invoices carry the Leitweg-ID. */
    R34(null, ORDER, INVOICE),
    /** The decision names its ancillary terms and their version. */
    R35(null);

    private final RuleKind kind;
    private final Set<RuleStage> stages;

    FieldRule(RuleKind kind, RuleStage... stages) {
        this.kind = kind;
        this.stages = Set.of(stages);
    }

    /** The value of the programme that it reads; null if no programme names one. */
    public RuleKind kind() {
        return kind;
    }

    /** True if it is shown there. */
    public boolean at(RuleStage stage) {
        return stage == RuleStage.APPLICATION || stages.contains(stage);
    }
}
