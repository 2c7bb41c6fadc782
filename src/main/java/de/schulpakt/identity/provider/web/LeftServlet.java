package de.schulpakt.identity.provider.web;

import de.schulpakt.identity.account.SignIn;
import de.schulpakt.identity.account.SignIns;
import de.schulpakt.platform.Refused;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The identity provider says that somebody has left it: POST /signon/left with {@code logout_token} (OpenID Connect Back-Channel Logout
 * 1.0). 200 if the token was taken, whether or not a session was held; 400 with {@code error} if it is not to be believed or came before;
 * 503 while the keys cannot be had; 429 after too many that were not to be believed.
 */
@WebServlet("/signon/left")
public class LeftServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String COUNTED = "logout token";
    private static final int TOO_MANY = 429;
    @Inject
    transient SignIns.Provider provider;
    @Inject
    transient SignIn signIn;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!provider.on()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long wait = signIn.counted(COUNTED);
        if (wait > 0) {
            response.setHeader("Retry-After", String.valueOf(wait));
            response.setStatus(TOO_MANY);
            return;
        }
        try {
            provider.left(request.getParameter("logout_token"));
            signIn.uncounted(COUNTED);
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (Refused why) {
            boolean away = "provider.away".equals(why.code());
            response.setStatus(away ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write("{\"error\": \"" + (away ? "temporarily_unavailable" : "invalid_request") + "\"}");
        }
    }
}
