package de.schulpakt.platform.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import de.schulpakt.kit.OwnClasses;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The front opens for files exactly where the program takes some. */
class UploadPlacesTest {
    private static final java.nio.file.Path WEBAPP = java.nio.file.Path.of("src/main/webapp");

    @Test
    void the_front_knows_the_places_that_take_files() throws IOException {
        Set<String> places = new TreeSet<>();
        try (Stream<java.nio.file.Path> pages = Files.walk(WEBAPP)) {
            for (java.nio.file.Path page : pages.filter(p -> p.toString().endsWith(".xhtml") && !p.startsWith(WEBAPP.resolve("WEB-INF"))).toList()) {
                if (whole(page).contains("multipart/form-data")) {
                    places.add("/" + WEBAPP.relativize(page));
                }
            }
        }
        for (JavaClass type : OwnClasses.all()) {
            if (type.isAnnotatedWith(MultipartConfig.class)) {
                places.addAll(List.of(type.getAnnotationOfType(WebServlet.class).value()));
            }
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Consumes.class) && takesFiles(method.getAnnotationOfType(Consumes.class))) {
                    String own = method.isAnnotatedWith(Path.class) ? "/" + method.getAnnotationOfType(Path.class).value() : "";
                    places.add("/api/v1/" + type.getAnnotationOfType(Path.class).value() + own);
                }
            }
        }
        assertThat(places).as("uploads of web.xml").isNotEmpty().isEqualTo(declared());
    }

    /** A page with the template in which it stands, if that is one of a page's own. */
    private static String whole(java.nio.file.Path page) throws IOException {
        String text = Files.readString(page);
        Matcher template = Pattern.compile("template=\"/(WEB-INF/\\w+/\\w+\\.xhtml)\"").matcher(text);
        return template.find() ? text + Files.readString(WEBAPP.resolve(template.group(1))) : text;
    }

    private static boolean takesFiles(Consumes consumes) {
        return List.of(consumes.value()).stream().anyMatch(type -> !type.contains("json"));
    }

    private static Set<String> declared() throws IOException {
        Matcher uploads = Pattern.compile("<param-name>(?:uploads|papers)</param-name><param-value>([^<]*)<").matcher(Files.readString(WEBAPP.resolve("WEB-INF/web.xml")));
        Set<String> declared = new TreeSet<>();
        while (uploads.find()) {
            declared.addAll(List.of(uploads.group(1).strip().split("\\s+")));
        }
        return declared;
    }
}
