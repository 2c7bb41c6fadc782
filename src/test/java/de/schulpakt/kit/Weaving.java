package de.schulpakt.kit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Prepares weaving before JUnit looks at the first test class: a test that names an entity in a signature would otherwise
 * load it unwoven.
 */
public final class Weaving implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Persistence.weave();
    }
}
