package de.schulpakt.platform.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every REST resource stands below {@code /api/v1}. */
@ApplicationPath("api/v1")
public class RestApplication extends Application {
}
