package de.schulpakt.kit;

import static io.restassured.RestAssured.given;

import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody who asks for pages of the server under test over HTTP, without a browser, with the cookies of a sign-in. */
public final class Visitor {
    private static final int FOUND = 302;
    private final Cookies cookies;

    private Visitor(Cookies cookies) {
        this.cookies = cookies;
    }

    /** Signs in on the page for it, with the password of the demo. */
    public static Visitor signsIn(String login) {
        return new Visitor(given().baseUri(War.base().toString()).redirects().follow(false).formParams(form(login)).post("/login.xhtml").then()
                .statusCode(FOUND).extract().detailedCookies());
    }

    /** What the page for signing in sends. */
    public static Map<String, String> form(String login) {
        return Map.of("enter", "enter", "enter:login", login, "enter:password", "schulpakt", "enter:go", "x", "jakarta.faces.ViewState", "stateless");
    }

    /** The same person, whose browser keeps another value for this cookie, or none. */
    public Visitor with(String name, String value) {
        Cookies others = new Cookies(cookies.asList().stream().filter(cookie -> !cookie.getName().equals(name)).toList());
        return new Visitor(value == null ? others : new Cookies(Stream.concat(others.asList().stream(),
                Stream.of(new Cookie.Builder(name, value).build())).toList()));
    }

    /** What the server has set at the sign-in. */
    public Cookies cookies() {
        return cookies;
    }

    /** A request of this person; redirects are not followed, addresses are sent as they are. */
    public RequestSpecification request() {
        RequestSpecification request = given().baseUri(War.base().toString()).redirects().follow(false).urlEncodingEnabled(false);
        for (Cookie cookie : cookies) {
            request.cookie(cookie.getName(), cookie.getValue());
        }
        return request;
    }

    /** The answer to an address below the root. */
    public Response get(String path) {
        return request().get(path);
    }
}
