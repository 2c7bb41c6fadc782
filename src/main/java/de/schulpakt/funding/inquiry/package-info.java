/**
 * Questions and answers between an authority and its granting body about an application.
 *
 * <p>Words: an <em>inquiry</em> (Rückfrage) is one question with its letter or mail as a file, a day until which it is to be answered, and the
 * answer. Who has asked is its side: the granting body, or the authority.
 *
 * <p>D1: letter and mail are papers of the inquiry; nothing is sent from here, because the granting body has its own portal and letters.
 * <p>D2: the day on which an answer is due stands among the deadlines while the inquiry is open, and moves only with a reason.
 * <p>D3: an answer is recorded once; what was wrong about it is put right by opening the inquiry again, with a reason, and the history keeps both.
 */
@Module(name = "funding.inquiry", uses = {"funding.application", "paper"}, exposes = {"InquiryAction", "InquiryFlow", "InquiryList", "InquiryQueries", "InquirySide",
        "InquiryState", "Inquiries"}, reads = {"Application"})
package de.schulpakt.funding.inquiry;

import de.schulpakt.platform.Module;
