/**
 * Papers go when the time of keeping of their kind is over.
 *
 * <p>D1: what retention would remove is asked of the same class that the job asks ({@link de.schulpakt.paper.retention.PaperAges}), so that what is
 * announced is what is done.
 */
@Module(name = "paper.retention", uses = {"platform", "identity", "paper"}, exposes = "RetentionQueries", reads = {"Paper", "PaperKind"})
package de.schulpakt.paper.retention;

import de.schulpakt.platform.Module;
