package de.schulpakt.platform.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the head of a request may be. */
class GateTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private final Gate gate = new Gate(new BaseUrl("http://localhost"), new Gate.Limits(1_000, 10_000, Set.of("/school/imports.xhtml", "/api/v1/school-imports")));

    private int get(String path, String query) {
        return gate.refuse(new Gate.Head("GET", path, query, "localhost", null, null, null, -1, false));
    }

    private int post(String path, String origin, String site, String type, long length, boolean chunked) {
        return gate.refuse(new Gate.Head("POST", path, null, "localhost", origin, site, type, length, chunked));
    }

    @Test
    void files_come_only_where_they_are_asked_for() {
        assertThat(post("/login.xhtml", null, null, "multipart/form-data; boundary=x", 500, false)).isEqualTo(415);
        assertThat(post("/login.xhtml", null, null, " Multipart/mixed", 500, false)).isEqualTo(415);
        assertThat(post("/api/v1/requests", null, null, "multipart/form-data; boundary=x", 500, false)).isEqualTo(415);
        assertThat(post("/school/imports.xhtml", null, null, "multipart/form-data; boundary=x", 9_000, false)).isEqualTo(Gate.OPEN);
    }

    @Test
    void a_body_has_a_largest_size() {
        assertThat(post("/login.xhtml", null, null, FORM, 1_000, false)).isEqualTo(Gate.OPEN);
        assertThat(post("/login.xhtml", null, null, FORM, 1_001, false)).isEqualTo(413);
        assertThat(post("/api/v1/requests", null, null, "application/json", 1_001, false)).isEqualTo(413);
        assertThat(post("/school/imports.xhtml", null, null, "multipart/form-data; boundary=x", 10_001, false)).isEqualTo(413);
    }

    @Test
    void what_is_kept_may_be_as_large_as_the_operator_decides() {
        Gate papers = new Gate(new BaseUrl("http://localhost"), new Gate.Limits(1_000, 10_000, Set.of("/a.xhtml"), 50_000, Set.of("/paper/upload", "/api/v1/files")));
        for (String path : Set.of("/paper/upload", "/api/v1/files")) {
            assertThat(papers.refuse(new Gate.Head("POST", path, null, "localhost", null, null, "application/octet-stream", 50_000, false))).isEqualTo(Gate.OPEN);
            assertThat(papers.refuse(new Gate.Head("POST", path, null, "localhost", null, null, "multipart/form-data; boundary=x", 50_001, false))).isEqualTo(413);
        }
        assertThat(papers.refuse(new Gate.Head("POST", "/api/v1/files", null, "localhost", null, null, "application/octet-stream", -1, true)))
                .as("a stream is counted while it is read").isEqualTo(Gate.OPEN);
        assertThat(papers.largest("/api/v1/files")).isEqualTo(50_000);
        assertThat(papers.refuse(new Gate.Head("POST", "/api/v1/files/7", null, "localhost", null, null, "multipart/form-data; boundary=x", 10, false))).isEqualTo(415);
    }

    @Test
    void a_form_says_how_long_it_is() {
        assertThat(post("/login.xhtml", null, null, FORM, -1, true)).isEqualTo(411);
        assertThat(post("/api/v1/requests", null, null, "application/json", -1, true)).as("counted while it is read").isEqualTo(Gate.OPEN);
        assertThat(post("/api/v1/school-imports", null, null, "multipart/form-data; boundary=x", -1, true)).isEqualTo(411);
    }

    @Test
    void what_another_site_sends_is_refused() {
        assertThat(post("/login.xhtml", "https://evil.example.com", null, FORM, 10, false)).isEqualTo(403);
        assertThat(post("/login.xhtml", "null", null, FORM, 10, false)).isEqualTo(403);
        assertThat(post("/login.xhtml", null, "cross-site", FORM, 10, false)).isEqualTo(403);
        assertThat(post("/login.xhtml", null, "same-site", FORM, 10, false)).isEqualTo(403);
        assertThat(post("/api/v1/tokens", "https://evil.example.com", null, "application/json", 10, false)).isEqualTo(403);
        assertThat(post("/login.xhtml", "http://localhost", "same-origin", FORM, 10, false)).isEqualTo(Gate.OPEN);
        assertThat(post("/login.xhtml", null, null, FORM, 10, false)).as("a program").isEqualTo(Gate.OPEN);
    }

    @Test
    void each_place_has_its_methods() {
        assertThat(gate.refuse(new Gate.Head("PUT", "/login.xhtml", null, "localhost", null, null, null, -1, false))).isEqualTo(405);
        assertThat(gate.refuse(new Gate.Head("POST", "/health/ready", null, "localhost", null, null, null, -1, false))).isEqualTo(405);
        assertThat(gate.refuse(new Gate.Head("POST", "/jakarta.faces.resource/look.js.xhtml", null, "localhost", null, null, null, -1, false))).isEqualTo(405);
        assertThat(gate.refuse(new Gate.Head("FOO", "/api/v1/me", null, "localhost", null, null, null, -1, false))).isEqualTo(405);
    }

    @Test
    void a_raw_file_beside_its_versioned_address_is_no_address() {
        assertThat(get("/resources/schulpakt/look.js", null)).isEqualTo(404);
    }

    @Test
    void a_query_is_readable_text() {
        assertThat(get("/login.xhtml", "100%")).isEqualTo(400);
        assertThat(get("/login.xhtml", "a=%zz")).isEqualTo(400);
        assertThat(get("/login.xhtml", "a=%00")).isEqualTo(400);
        assertThat(get("/login.xhtml", "a=%1b[31m")).isEqualTo(400);
        assertThat(get("/login.xhtml", "a=%c3")).as("half a character").isEqualTo(400);
        assertThat(get("/login.xhtml", "a=" + "x".repeat(9_000))).isEqualTo(400);
        assertThat(get("/login.xhtml", "q=%C3%BC%20%f0%9f%98%80+%25&b")).isEqualTo(Gate.OPEN);
        assertThat(get("/login.xhtml", "")).isEqualTo(Gate.OPEN);
    }
}
