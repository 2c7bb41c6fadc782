package de.schulpakt.identity.person.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.schulpakt.identity.person.PersonalFiles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is kept of the person as a file: GET /personal-data.json. The filter before it lets only who has signed in pass. */
@WebServlet("/personal-data.json")
public class PersonalFileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT);
    @Inject
    transient PersonalFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file = JSON.writeValueAsBytes(files.mine(MOST));
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"schulpakt.json\"");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
