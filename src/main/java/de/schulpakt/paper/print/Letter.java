package de.schulpakt.paper.print;

/**
 * What an authority brings to a printed paper; whatever is missing is null.
 *
 * @param sender     name and address, a line each
 * @param contact    who answers questions: name, telephone, mail, a line each
 * @param leitwegId  number under which electronic invoices reach the authority
 * @param logo       picture, PNG or JPEG
 * @param footer     small print at the foot of every page
 * @param opening    words before what the paper says
 * @param closing    words after it
 */
public record Letter(String sender, String contact, String leitwegId, byte[] logo, String footer, String opening, String closing) {
    /** Of an authority that has said nothing yet but its name. */
    public static Letter of(String authority) {
        return new Letter(authority, null, null, null, null, null, null);
    }
}
