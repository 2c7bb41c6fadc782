/**
 * Answers to letters by mail: they become comments at what the letter told of.
 *
 * <p>Words: a letter of a notice can be <em>answered</em>; a message that came is <em>arrived</em>; one that is no comment <em>waits</em> for an
 * administrator, who <em>assigns</em> or <em>drops</em> it.
 *
 * <p>D1: the subject and the person are found by the address and by nothing else: it names the notice and is signed with the key of the
 * installation. The subject line is not read. The sender must be that person's address, too, for an address gets around; and the person
 * must be allowed to say it at that moment.
 * <p>D2: an answer to a letter about an internal comment is internal. The address says so, and the letter says who will read the answer.
 * <p>D3: what a program has sent (RFC 3834, lists, absences, reports of delivery) is no answer and is forgotten; nothing is ever sent back,
 * so that no two programs write to each other.
 * <p>D4: a message leaves the mailbox only once it is stored what became of it, and what is stored is known by a hash of what names the
 * message: whenever the server dies, nothing is lost and nothing is said twice.
 * <p>D5: what waits stays in the mailbox, marked, until an administrator has seen to it: files of strangers do not come into the database.
 * Its words are kept while it waits and no longer.
 * <p>D6: a comment that an administrator assigns is the administrator's, and names the sender: nobody puts words into another's mouth.
 * <p>D7: quoted text, signatures and pictures in the text are left out; a file that is refused does not keep back the words.
 * <p>D8: whom the address names is told, as of any news and never at the address of the sender, that a message waits, was assigned or dropped;
 * of what waits at most once an hour, so that neither a forgotten rule of a mailbox nor a stranger can flood anybody.
 */
@Module(name = "notice.answer", uses = {"platform", "platform.job", "platform.mail", "platform.person", "platform.seal", "platform.history", "identity", "identity.account",
        "identity.register", "paper", "notice", "notice.talk"}, exposes = "AnswerDesk", reads = {"AppUser", "Comment", "Notice"})
package de.schulpakt.notice.answer;

import de.schulpakt.platform.Module;
