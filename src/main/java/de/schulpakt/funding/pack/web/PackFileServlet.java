package de.schulpakt.funding.pack.web;

import de.schulpakt.funding.pack.PackQueries;
import de.schulpakt.platform.web.FileServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code GET /funding/pack-file?id=7}: the file of rule pack 7 as it came, byte for byte. */
@WebServlet("/funding/pack-file")
public class PackFileServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient PackQueries packs;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) {
        PackQueries.File file = packs.download(id);
        return new Made(file.name(), "application/yaml;charset=UTF-8", file.content().getBytes(StandardCharsets.UTF_8));
    }
}
