package de.schulpakt.kit;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.filter.log.LogDetail;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who talks to the API of the server under test with a bearer token. */
public final class Api {
    private static final String ROOT = "/api/v1/";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    static {
        RestAssured.enableLoggingOfRequestAndResponseIfValidationFails(LogDetail.BODY);
    }

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /**
     * Signs in with login and password and goes on with a token, as a program does; with the one that it has, as long as that holds,
     * because an account has only so many.
     */
    public static Api as(String login, String password) {
        return new Api(TOKENS.compute(login + " " + password, (who, token) -> token != null && new Api(token).request().get("me").statusCode() == OK
                ? token : token(login, password, "test").getString("token")));
    }

    /** Has a token made with login and password, which alone can do that; answers its id and, this once, the token. */
    public static JsonPath token(String login, String password, String label) {
        return given().baseUri(War.base().toString()).auth().preemptive().basic(login, password).contentType(ContentType.JSON)
                .body(Map.of("label", label, "days", 1)).post(ROOT + "tokens").then().statusCode(CREATED).extract().jsonPath();
    }

    /** Sets the password of an account just made, over the link that was answered; answers the account's id. */
    public static long setsPassword(ValidatableResponse made, String password) {
        JsonPath user = made.statusCode(CREATED).extract().jsonPath();
        nobody().send("password-links/use", Map.of("link", IdentityGiven.secret(user.getString("link")), "password", password)).statusCode(NO_CONTENT);
        return user.getLong("id");
    }

    /** Whoever holds this token. */
    public static Api with(String token) {
        return new Api(token);
    }

    /** Nobody: no token at all. */
    public static Api nobody() {
        return new Api(null);
    }

    /** The token, for who sends requests otherwise; null if there is none. */
    public String token() {
        return token;
    }

    /** A request with the token and nothing else. */
    public RequestSpecification request() {
        RequestSpecification request = given().baseUri(War.base().toString()).basePath(ROOT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** Asks, whatever the answer is. */
    public ValidatableResponse get(String path, Object... parameters) {
        return request().get(path, parameters).then();
    }

    /** Asks and gets an answer. */
    public Response read(String path, Object... parameters) {
        return get(path, parameters).statusCode(OK).extract().response();
    }

    /** Sends a command, whatever the answer is. */
    public ValidatableResponse send(String path, Map<String, ?> command) {
        return request().contentType(ContentType.JSON).body(command).post(path).then();
    }

    /** Sends a command that works; answers what stands there now. */
    public Response act(String path, Map<String, ?> command) {
        return send(path, command).statusCode(OK).extract().response();
    }

    /** Makes something; answers its id. */
    public long create(String path, Map<String, ?> command) {
        return send(path, command).statusCode(CREATED).extract().jsonPath().getLong("id");
    }

    /** The version of something as it stands now. */
    public int version(String path) {
        return read(path).jsonPath().getInt("version");
    }
}
