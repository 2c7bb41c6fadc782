/**
 * What Faces is taught once for all pages: records in expressions, numbers and days as people type them, the shape of fields,
 * buttons and messages, addresses of pages and of resources with their version. {@code faces-config.xml} and
 * {@code schulpakt.taglib.xml} name what stands here.
 *
 * <p>D1: views and sessions stay in memory as they are and are never written down ({@code web.xml}, {@code payara-web.xml}): a bean
 * of a page holds records and services. It is {@code Serializable} because CDI demands it of this scope, and in name only.
 */
@Module(name = "platform.faces", uses = {"platform", "platform.text", "platform.step"})
package de.schulpakt.platform.faces;

import de.schulpakt.platform.Module;
