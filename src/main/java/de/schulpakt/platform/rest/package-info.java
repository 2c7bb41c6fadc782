/**
 * What resources of all modules share: JSON, failures as problem+json, parameters that nobody knows refused, OPTIONS answered.
 *
 * <p>D1: JSON is read strictly (no coercion, no duplicate keys, days and times apart), because a client that is misread is
 * worse off than one that is refused.
 */
@Module(name = "platform.rest", uses = {"platform", "platform.text", "platform.step", "platform.web", "platform.job", "platform.person"},
        exposes = "ProblemMapper")
package de.schulpakt.platform.rest;

import de.schulpakt.platform.Module;
