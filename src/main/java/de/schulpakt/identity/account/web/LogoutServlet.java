package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.Accounts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Ends the session: POST /logout. The cookie is SameSite=Lax, so no other site can send it here. */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Accounts accounts;
    @Inject
    transient SessionCookie cookie;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        boolean provider = session != null && session.getAttribute(Entrance.OVER_PROVIDER) != null;
        if (session != null) {
            if (session.getAttribute(SessionFilter.SESSION) instanceof Long id) {
                accounts.left(id, true);
            }
            session.invalidate();
            cookie.end(request, response);
        }
        response.sendRedirect("/login.xhtml" + (provider ? "?failed=" + SignOnServlet.LEFT : ""));
    }
}
