package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Api;
import de.schulpakt.kit.ServerLog;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.Visitor;
import de.schulpakt.kit.War;
import de.schulpakt.launcher.Launcher;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.web.Asked;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Every address of the built WAR gets in each of its parameters what nobody should send, from an administrator and from an
 * officer. No answer is a failure of the program, and the API never answers a page. Left out is {@code %00} in a path: the
 * server refuses it by itself, before the application is asked.
 */
@ServerTest
class HostileAddressesIT {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern VIEW_PARAMETER = Pattern.compile("<f:viewParam name=\"(\\w+)\"");
    private static final Pattern PART = Pattern.compile("(?:template|src)=\"/(WEB-INF/(?!layout|plain)[^\"]+[.]xhtml)\"");
    private static final Pattern BEAN = Pattern.compile("#\\{[^}]*?\\b(\\w+Page)\\b");
    /** {@code here.param("day")} in a bean or a page, {@code request.getParameter("q")} in a servlet. */
    private static final Pattern READ = Pattern.compile("(?:[pP]aram|getParameter|number|all)\\([\"'](\\w+)[\"']\\)");
    private static final List<String> VALUES = List.of("", "x".repeat(256), "x".repeat(7_500), "\u200b\u00a0\u2060", "\ud83d\ude80\ud83c\udfeb", "a\r\nb",
            "\u202e", "%", "_", "'\"<>\\", "-1", "0", "1", "9223372036854775807", "9223372036854775808", "999999999999999999", "abc", "0001-01-01",
            "9999-12-31", "2026-02-30", "+999999999-12-31");
    /** What no parameter may hold: the front refuses it before anybody asks for one. */
    private static final List<String> NEVER = List.of("x".repeat(8_001), "\u0001\u0007\u001b", "\u0000");
    private static final List<String> PEOPLE = List.of("verwaltung", "foerderung");
    private static final List<String> BODIES = List.of("", "{", "[]", "\"x\"", "null", "{\"nobodyKnowsThis\":1}", "{\"version\":9223372036854775807}");
    private static final int LONGEST_PATH = 1_000;
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Map<String, String> wrong = new ConcurrentSkipListMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final long logged = ServerLog.size();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @Test
    void no_value_in_an_address_of_a_page_or_file_is_a_failure() throws Exception {
        Map<String, Set<String>> places = pages();
        files().forEach(places::putIfAbsent);
        assertThat(places).hasSizeGreaterThan(45);
        assertThat(places.get("/install/today.xhtml")).contains("day");
        assertThat(places.get("/procurement/catalogue.xhtml")).contains("item");
        assertThat(places.get("/exchange/import.xhtml")).contains("id", "outcome", "page");
        assertThat(places.get("/procurement/requests.xhtml")).contains("q", "state", "page", "sort");
        List<Visitor> people = new ArrayList<>();
        List<HttpRequest> requests = new ArrayList<>();
        for (String login : PEOPLE) {
            Visitor visitor = Visitor.signsIn(login);
            String cookies = visitor.cookies().asList().stream().map(c -> c.getName() + "=" + c.getValue()).collect(Collectors.joining("; "));
            places.forEach((path, parameters) -> {
                for (String parameter : parameters) {
                    half(login, parameter).forEach(value -> requests.add(request(path + "?" + parameter + "=" + encoded(value)).header("Cookie", cookies).build()));
                }
                NEVER.forEach(value -> requests.add(request(path + "?q=" + encoded(value)).header("Cookie", cookies).build()));
                if (path.endsWith(".xhtml")) {
                    requests.add(request(path).header("Cookie", cookies).header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("f=f&jakarta.faces.ViewState=-1%3A-1")).build());
                }
            });
            people.add(visitor);
        }
        all(requests, HostileAddressesIT::failureOfAPage);
        assertThat(wrong).as("of %s requests, answered %s%n%s", requests.size(), statuses, log()).isEmpty();
        assertThat(statuses.get(200).get()).as("%s", statuses).isGreaterThan(500);
        for (Visitor person : people) {
            person.get("/").then().statusCode(200);
        }
    }

    /** By one rule: whoever may see nothing of a kind is forbidden, everybody else does not find what is not there, lists of it included. */
    @Test
    void what_belongs_to_an_unknown_subject_is_not_found() {
        Map<String, Integer> wrong = new TreeMap<>();
        Set<String> asked = new TreeSet<>();
        for (String login : List.of("verwaltung", "foerderung", "technik", "schule", "pruefung")) {
            Api person = Api.as(login, "schulpakt");
            for (Class<?> resource : classes(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class) && !type.isInterface())) {
                for (Method method : resource.getMethods()) {
                    String path = verb(method).equals(Optional.of("GET")) ? path(resource, method) : "";
                    if (path.contains("{")) {
                        asked.add(path);
                        int status = person.request().get(path.replaceAll("[{][^/]+}", "999999999").replace("/api/v1/", "")).statusCode();
                        if (status != 404 && status != 403 || status == 403 && login.equals("verwaltung")) {
                            wrong.put(login + " " + path, status);
                        }
                    }
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(12).contains("/api/v1/schools/{id}/rooms");
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_address_that_cannot_be_read_is_refused() throws IOException {
        for (String path : List.of("/login.xhtml?100%", "/?%", "/login.xhtml?%zz=1", "/login.xhtml?a=%C3%28", "/api/v1/me?%")) {
            try (Socket socket = new Socket("localhost", War.base().getPort())) {
                socket.setSoTimeout((int) LONGEST_WAIT.toMillis());
                socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII)).as(path).isEqualTo("HTTP/1.1 400");
            }
        }
    }

    @Test
    void no_value_in_an_address_of_the_api_is_a_failure_and_no_answer_a_page() throws Exception {
        List<HttpRequest> questions = new ArrayList<>();
        List<HttpRequest> commands = new ArrayList<>();
        List<Api> people = new ArrayList<>();
        int resources = 0;
        for (String login : PEOPLE) {
            Api person = Api.as(login, "schulpakt");
            people.add(person);
            String token = "Bearer " + person.token();
            for (Class<?> resource : classes(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class) && !type.isInterface())) {
                for (Method method : resource.getMethods()) {
                    Optional<String> verb = verb(method);
                    if (verb.isEmpty()) {
                        continue;
                    }
                    resources++;
                    String path = path(resource, method);
                    if (verb.get().equals("GET")) {
                        for (String address : addresses(login, path, parameters(resource, method))) {
                            questions.add(request(address).header("Authorization", token).build());
                        }
                    } else {
                        List<String> addresses = path.contains("{") ? addresses(login, path, Set.of()) : List.of(path);
                        for (int i = 0; i < Math.max(addresses.size(), BODIES.size()); i++) {
                            HttpRequest.Builder command = request(addresses.get(i % addresses.size())).header("Authorization", token);
                            // a body of DELETE means nothing, and the server refuses it by itself
                            commands.add(verb.get().equals("DELETE") ? command.DELETE().build() : command.header("Content-Type", "application/json")
                                    .method(verb.get(), HttpRequest.BodyPublishers.ofString(BODIES.get(i % BODIES.size()))).build());
                        }
                    }
                }
            }
        }
        assertThat(resources).isGreaterThan(150);
        all(questions, HostileAddressesIT::failureOfTheApi);
        assertThat(wrong).as("of %s questions, answered %s%n%s", questions.size(), statuses, log()).isEmpty();
        assertThat(statuses.get(200).get()).as("%s", statuses).isGreaterThan(200);
        people.forEach(person -> person.get("me").statusCode(200));
        // those that may end the token come last
        commands.sort(Comparator.comparing(command -> command.uri().getPath().matches("/api/v1/(users|tokens|me|sessions).*")));
        statuses.clear();
        all(commands, HostileAddressesIT::failureOfTheApi);
        assertThat(wrong).as("of %s commands, answered %s%n%s", commands.size(), statuses, log()).isEmpty();
        assertThat(statuses.getOrDefault(401, new AtomicInteger()).get()).as("%s", statuses).isLessThan(commands.size() / 5);
    }

    /** Each parameter gets each value, from one or the other, and each of them sends each value somewhere. */
    private static List<String> half(String login, String parameter) {
        int first = (PEOPLE.indexOf(login) + parameter.length()) % PEOPLE.size();
        return IntStream.range(0, VALUES.size()).filter(i -> i % PEOPLE.size() == first).mapToObj(VALUES::get).toList();
    }

    private String log() {
        return wrong.isEmpty() ? "" : ServerLog.failureAfter(logged);
    }

    private static String failureOfAPage(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean unsaid = !answer.body().isEmpty() && (type.isEmpty() || type.startsWith("text/") && !type.toLowerCase(Locale.ROOT).contains("charset=utf-8"));
        return answer.statusCode() >= 500 || unsaid ? answer.statusCode() + " " + type : null;
    }

    private static String failureOfTheApi(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        boolean page = type.contains("html") || answer.body().stripLeading().startsWith("<") && !type.startsWith("application/xml");
        boolean unsaid = answer.statusCode() >= 400 && !type.startsWith("application/problem+json");
        return answer.statusCode() >= 500 || page || unsaid ? answer.statusCode() + " " + type : null;
    }

    /** The pages, and the parameters that they or their beans read. */
    private static Map<String, Set<String>> pages() throws IOException {
        Map<String, Path> beans = new TreeMap<>();
        for (Path source : walk(SOURCES, "Page.java")) {
            String name = source.getFileName().toString().replace(".java", "");
            beans.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), source);
        }
        Map<String, Set<String>> pages = new TreeMap<>();
        for (Path page : walk(PAGES, ".xhtml")) {
            String path = "/" + PAGES.relativize(page).toString().replace('\\', '/');
            if (path.startsWith("/WEB-INF/") || path.startsWith("/resources/")) {
                continue;
            }
            String source = whole(page);
            Set<String> names = found(source, VIEW_PARAMETER);
            names.addAll(found(source, READ));
            for (String bean : found(source, BEAN)) {
                if (beans.containsKey(bean)) {
                    names.addAll(found(Files.readString(beans.get(bean)), READ));
                }
            }
            names.add("lang");
            pages.put(path, names);
        }
        for (Listing<?> listing : listings().values()) {
            pages.get(path(listing)).addAll(names(listing));
        }
        return pages;
    }

    /** The page with the parts of pages that it is made of. */
    private static String whole(Path page) throws IOException {
        StringBuilder source = new StringBuilder(Files.readString(page));
        for (String part : found(source.toString(), PART)) {
            source.append(whole(PAGES.resolve(part)));
        }
        return source.toString();
    }

    /** The files that can be fetched, and their parameters. */
    private static Map<String, Set<String>> files() throws IOException {
        Map<String, Set<String>> files = new TreeMap<>();
        for (Class<?> servlet : classes(type -> type.isAnnotationPresent(WebServlet.class))) {
            Set<String> names = found(Files.readString(SOURCES.resolve(servlet.getName().replace('.', '/') + ".java")), READ);
            for (String path : servlet.getAnnotation(WebServlet.class).value()) {
                if (!path.contains("*") && !path.equals("/logout")) {
                    files.put(path, names);
                }
            }
        }
        for (Listing<?> listing : listings().values()) {
            files.put(path(listing).replace(".xhtml", ".csv"), names(listing));
            files.put(path(listing).replace(".xhtml", ".xlsx"), Set.of(ListView.SORT));
        }
        return files;
    }

    private static String path(Listing<?> listing) {
        return listing.page().endsWith(".xhtml") ? listing.page() : listing.page() + ".xhtml";
    }

    private static Set<String> names(Listing<?> listing) {
        Set<String> names = new TreeSet<>(Set.of(ListView.PAGE, ListView.SIZE, ListView.SORT, ListView.AFTER, ListView.COLUMNS));
        listing.filters().forEach(filter -> names.add(filter.name()));
        return names;
    }

    private static Map<Class<?>, Listing<?>> listings() {
        Map<Class<?>, Listing<?>> listings = new TreeMap<>(Comparator.comparing(Class::getName));
        for (Class<?> type : classes(c -> ListOf.class.isAssignableFrom(c) && !Modifier.isAbstract(c.getModifiers()))) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                listings.put(type, ((ListOf<?>) constructor.newInstance()).listing());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return listings;
    }

    private static Set<String> parameters(Class<?> resource, Method method) {
        Set<String> names = new TreeSet<>(Set.of("lang", "nobodyKnowsThis"));
        for (Parameter parameter : method.getParameters()) {
            Optional.ofNullable(parameter.getAnnotation(QueryParam.class)).ifPresent(p -> names.add(p.value()));
            for (Field field : parameter.getType().getDeclaredFields()) {
                Optional.ofNullable(field.getAnnotation(QueryParam.class)).ifPresent(p -> names.add(p.value()));
            }
            if (parameter.getType() == Asked.class) {
                Map<Class<?>, Listing<?>> listings = listings();
                Arrays.stream(resource.getDeclaredFields()).filter(field -> listings.containsKey(field.getType()))
                        .forEach(field -> names.addAll(names(listings.get(field.getType()))));
            }
        }
        return names;
    }

    /** The path with each value in each of its places, and with 1 in its places and each value in each parameter. */
    private static List<String> addresses(String login, String path, Set<String> parameters) {
        Set<String> addresses = new LinkedHashSet<>();
        if (path.contains("{")) {
            VALUES.stream().filter(value -> !value.isEmpty() && !value.contains("\\") && value.length() < LONGEST_PATH)
                    .forEach(value -> addresses.add(path.replaceAll("\\{[^/]+}", Matcher.quoteReplacement(encoded(value)))));
        }
        String some = path.replaceAll("\\{[^/]+}", "1");
        for (String parameter : parameters) {
            half(login, parameter).forEach(value -> addresses.add(some + "?" + parameter + "=" + encoded(value)));
        }
        return List.copyOf(addresses);
    }

    private static String path(Class<?> resource, Method method) {
        String own = method.isAnnotationPresent(jakarta.ws.rs.Path.class) ? "/" + method.getAnnotation(jakarta.ws.rs.Path.class).value() : "";
        return ("/api/v1/" + resource.getAnnotation(jakarta.ws.rs.Path.class).value() + own).replaceAll("/+", "/");
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType).map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull).map(HttpMethod::value).findFirst();
    }

    private void all(List<HttpRequest> requests, Function<HttpResponse<String>, String> fault) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Void>> tasks = requests.stream().<Callable<Void>>map(request -> () -> {
                HttpResponse<String> answer = send(request);
                statuses.computeIfAbsent(answer.statusCode(), s -> new AtomicInteger()).incrementAndGet();
                String found = fault.apply(answer);
                if (found != null) {
                    String uri = request.uri().toString().substring(War.base().toString().length());
                    wrong.put(request.method() + " " + uri.substring(0, Math.min(120, uri.length())), found);
                }
                return null;
            }).toList();
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            String uri = request.uri().toString();
            throw new UncheckedIOException(uri.substring(0, Math.min(200, uri.length())), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(War.base() + address)).timeout(LONGEST_WAIT).header("Accept", address.startsWith("/api/") ? "*/*" : "text/html");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Set<String> found(String source, Pattern pattern) {
        return pattern.matcher(source).results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> walk(Path root, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static List<Class<?>> classes(Predicate<Class<?>> wanted) {
        try {
            Path root = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            List<Class<?>> classes = new ArrayList<>();
            for (Path file : walk(root, ".class")) {
                String name = root.relativize(file).toString().replaceAll("[.]class$", "").replaceAll("[/\\\\]", ".");
                if (name.startsWith("de.schulpakt.") && !name.endsWith("-info")) {
                    Class<?> type = Class.forName(name, false, HostileAddressesIT.class.getClassLoader());
                    if (wanted.test(type)) {
                        classes.add(type);
                    }
                }
            }
            return classes;
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
