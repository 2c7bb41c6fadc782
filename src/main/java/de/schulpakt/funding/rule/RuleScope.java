package de.schulpakt.funding.rule;

/** Of which rows the rules are asked: conditions in JPQL with {@code :subject}; null where there are none of the kind. */
record RuleScope(RuleStage stage, long id) {
    private static final String NONE = null;

    /** Over the alias {@code d} of a device. */
    String devices() {
        return switch (stage) {
            case APPLICATION -> "d.id in (select z.deviceId from DevicePayer z join Budget q on q.id = z.budgetId where q.applicationId = :subject)";
            case DEVICE -> "d.id = :subject";
            default -> NONE;
        };
    }

    /** Over the alias {@code o} of an order. */
    String orders() {
        return switch (stage) {
            case APPLICATION -> "o.id in (select y.orderId from OrderLine y join Budget q on q.id = y.budgetId where q.applicationId = :subject)";
            case ORDER -> "o.id = :subject";
            default -> NONE;
        };
    }

    /** Over the alias {@code v} of an invoice. */
    String invoices() {
        return switch (stage) {
            case APPLICATION -> "v.id in (select x.invoiceId from InvoiceLine x join OrderLine y on y.id = x.orderLineId join Budget q on q.id = y.budgetId"
                    + " where q.applicationId = :subject)";
            case INVOICE -> "v.id = :subject";
            default -> NONE;
        };
    }

    /** Over the alias {@code w} of a drawdown. */
    String draws() {
        return switch (stage) {
            case APPLICATION -> "w.applicationId = :subject";
            case DRAWDOWN -> "w.id = :subject";
            default -> NONE;
        };
    }

    /** The applications behind it. */
    String applications() {
        return switch (stage) {
            case APPLICATION -> "select a.id from Application a where a.id = :subject";
            case REQUEST -> "select distinct b.applicationId from RequestItem i join RequestPayer p on p.requestItemId = i.id join Budget b on b.id = p.budgetId"
                    + " where i.requestId = :subject and b.applicationId is not null";
            case ORDER -> "select distinct b.applicationId from OrderLine l join OrderPayer p on p.orderLineId = l.id join Budget b on b.id = p.budgetId"
                    + " where l.orderId = :subject and b.applicationId is not null";
            case INVOICE -> "select distinct b.applicationId from InvoiceLine x join OrderPayer p on p.orderLineId = x.orderLineId join Budget b on b.id = p.budgetId"
                    + " where x.invoiceId = :subject and b.applicationId is not null";
            case DEVICE -> "select distinct b.applicationId from DevicePayer p join Budget b on b.id = p.budgetId where p.deviceId = :subject and b.applicationId is not null";
            case DRAWDOWN -> "select w.applicationId from Drawdown w where w.id = :subject";
        };
    }

    /** Where it belongs: {@code schoolId} and {@code authorityId}. */
    String place() {
        return switch (stage) {
            case APPLICATION -> "select nullif(a.authorityId, a.authorityId) as schoolId, a.authorityId as authorityId from Application a where a.id = :subject";
            case REQUEST -> "select r.schoolId as schoolId, nullif(r.schoolId, r.schoolId) as authorityId from Request r where r.id = :subject";
            case ORDER -> "select nullif(o.authorityId, o.authorityId) as schoolId, o.authorityId as authorityId from PurchaseOrder o where o.id = :subject";
            case INVOICE -> "select nullif(v.authorityId, v.authorityId) as schoolId, v.authorityId as authorityId from Invoice v where v.id = :subject";
            case DEVICE -> "select d.schoolId as schoolId, nullif(d.schoolId, d.schoolId) as authorityId from Device d where d.id = :subject";
            case DRAWDOWN -> "select nullif(w.authorityId, w.authorityId) as schoolId, w.authorityId as authorityId from Drawdown w where w.id = :subject";
        };
    }
}
