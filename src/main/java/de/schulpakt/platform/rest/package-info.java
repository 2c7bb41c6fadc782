/**
 * What resources of all modules share: JSON, failures as problem+json, parameters that nobody knows refused, OPTIONS answered.
 *
 * <p>D1: JSON is read strictly (no coercion, no duplicate keys, days and times apart), because a client that is misread is
 * worse off than one that is refused.
 * <p>D2: a session opens what is marked {@link de.schulpakt.platform.rest.BySession}, and only to a script of our own pages: it brings a
 * header that no form and no link can bring and that no other site is given leave for, and the browser's own word that it comes from
 * here. The header names the account, so that steps that waited on a phone are never carried out by whoever signed in there since.
 */
@Module(name = "platform.rest", uses = {"platform", "platform.text", "platform.step", "platform.web", "platform.job", "platform.person"},
        exposes = {"BySession", "ProblemMapper", "Secret"})
package de.schulpakt.platform.rest;

import de.schulpakt.platform.Module;
