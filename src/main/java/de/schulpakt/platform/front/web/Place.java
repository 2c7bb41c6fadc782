package de.schulpakt.platform.front.web;

import java.util.Set;

/** What kind of thing stands at an address, and which methods it has. */
enum Place {
    /** A resource of the API. */
    API(Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")),
    /** A static file, its address carries a version. */
    FILE(Set.of("GET", "HEAD", "OPTIONS")),
    /** What operators and programs ask: health and the description of the API. */
    SERVICE(Set.of("GET", "HEAD", "OPTIONS")),
    /** What is in the WAR but no address: raw files beside those that have a version. */
    HIDDEN(Set.of("GET", "HEAD", "OPTIONS")),
    /** A page, an export, a form. */
    PAGE(Set.of("GET", "HEAD", "POST", "OPTIONS"));

    private final Set<String> methods;

    Place(Set<String> methods) {
        this.methods = methods;
    }

    Set<String> methods() {
        return methods;
    }

    /** The kind of a path as the container has mapped it. */
    static Place of(String path) {
        if (path.equals("/api") || path.startsWith("/api/")) {
            return API;
        }
        if (path.startsWith("/jakarta.faces.resource/")) {
            return FILE;
        }
        if (path.startsWith("/health") || path.equals("/openapi")) {
            return SERVICE;
        }
        return path.startsWith("/resources/") ? HIDDEN : PAGE;
    }
}
