package de.schulpakt.identity.register;

/** Browsers in words, from what they call themselves. */
public final class Agents {
    private Agents() {
    }

    /** Browser and system without versions, such as {@code Firefox, Linux}; empty if neither is known. */
    public static String name(String agent) {
        String name = agent == null ? "" : agent.contains("Edg/") ? "Edge" : agent.contains("Firefox/") ? "Firefox"
                : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "";
        String system = agent == null ? "" : agent.contains("Android") ? "Android" : agent.contains("iPhone") || agent.contains("iPad")
                ? "iOS" : agent.contains("Windows") ? "Windows" : agent.contains("Mac OS") ? "macOS" : agent.contains("Linux") ? "Linux" : "";
        return (name + " " + system).strip().replace(" ", ", ");
    }
}
