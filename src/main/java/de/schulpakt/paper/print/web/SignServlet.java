package de.schulpakt.paper.print.web;

import de.schulpakt.paper.print.Signing;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /paper/sign/protocol/7} signs the paper of ticket 7, {@code POST /paper/sign/withdraw/3} takes signature 3 back; both answer
 * the page that the form names.
 */
@WebServlet("/paper/sign/*")
public class SignServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Signing signing;
    @Inject
    transient Language language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String path = String.valueOf(request.getPathInfo());
            if (!path.matches("/[a-z-]{1,40}/\\d{1,18}")) {
                throw new NotFound("Print", path);
            }
            String[] parts = path.split("/");
            long id = Long.parseLong(parts[2]);
            if (parts[1].equals("withdraw")) {
                signing.withdraw(id, new Signing.Withdraw(request.getParameter("why")));
            } else {
                signing.sign(parts[1], id, new Signing.Sign(request.getParameter("name"), request.getParameter("capacity"),
                        request.getParameter("strokes"), request.getParameter("seen")));
            }
            response.sendRedirect(PrintServlet.page(request.getParameter("page")));
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
