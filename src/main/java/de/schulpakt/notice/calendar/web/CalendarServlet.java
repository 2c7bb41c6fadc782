package de.schulpakt.notice.calendar.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.SignIn;
import de.schulpakt.notice.calendar.CalendarLimits;
import de.schulpakt.notice.calendar.CalendarQueries;
import de.schulpakt.notice.calendar.CalendarText;
import de.schulpakt.notice.calendar.Calendars;
import de.schulpakt.platform.Sha256;
import de.schulpakt.platform.mail.MailSettings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends the calendar of an address to whoever has it: {@code GET /calendar/<secret>.ics}. What has not changed is not sent again. */
@WebServlet("/calendar/*")
public class CalendarServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern SECRET = Pattern.compile("/([A-Za-z0-9_-]{43})\\.ics");
    private static final int TOO_MANY = 429;
    @Inject
    transient CalendarQueries queries;
    @Inject
    transient Calendars calendars;
    @Inject
    transient CalendarLimits limits;
    @Inject
    transient SignIn signIn;
    @Inject
    transient CurrentUser current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher secret = SECRET.matcher(String.valueOf(request.getPathInfo()));
        String hash = secret.matches() ? Sha256.hex(secret.group(1)) : "";
        Optional<CalendarQueries.Feed> feed = hash.isEmpty() ? Optional.empty() : queries.feed(hash);
        if (feed.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!limits.lets(hash)) {
            response.setHeader("Retry-After", String.valueOf(CalendarLimits.SPAN.toSeconds()));
            response.sendError(TOO_MANY);
            return;
        }
        if (!signIn.byId(feed.get().userId()) || current.mustChangePassword()) {
            signIn.leave();
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            answer(request, response, feed.get());
        } finally {
            signIn.leave();
        }
        calendars.used(hash);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, CalendarQueries.Feed feed) throws IOException {
        Locale locale = "en".equals(current.language()) ? Locale.ENGLISH : Locale.GERMAN;
        String text = CalendarText.of(queries.entries(List.of(feed.kinds().split(","))), locale, MailSettings.read().base(), feed.made());
        String tag = "\"" + Sha256.hex(text).substring(0, 32) + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("Referrer-Policy", "no-referrer");
        String known = request.getHeader("If-None-Match");
        if (known != null && known.contains(tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/calendar;charset=UTF-8");
        response.setHeader("Content-Disposition", "inline; filename=\"schulpakt.ics\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
