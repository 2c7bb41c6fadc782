package de.schulpakt.identity.account.web;

import de.schulpakt.identity.account.Accounts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Remembers the theme that was chosen in the head of a page: POST /look, theme=dark. */
@WebServlet("/look")
public class LookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Accounts accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        accounts.look(null, request.getParameter("theme"));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
