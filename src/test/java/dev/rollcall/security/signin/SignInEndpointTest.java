package dev.rollcall.security.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.organization.Organization;
import dev.rollcall.organization.Organizations;
import dev.rollcall.organization.Plan;
import dev.rollcall.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(SignInEndpointTest.WithProvider.class)
class SignInEndpointTest {
    private static final String COOKIE = "rollcall-session";

    private final Organizations organizations;
    private final TestTokens tokens;
    private final Clock clock;
    private final String provider;

    SignInEndpointTest(
            Organizations organizations,
            TestTokens tokens,
            Clock clock,
            @ConfigProperty(name = "rollcall.sign-in.issuer") String provider) {
        this.organizations = organizations;
        this.tokens = tokens;
        this.clock = clock;
        this.provider = provider;
    }

    /// A service whose people sign in at a provider.
    public static class WithProvider implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(PlayedProvider.class));
        }
    }

    /// A sign-in that has begun.
    private record Begun(URI authorize, Map<String, String> asked, Map<String, String> cookies) {
        private String told(String parameter) {
            return Objects.requireNonNull(asked.get(parameter));
        }

        private Response comesBack(Map<String, String> parameters) {
            return given().redirects()
                    .follow(false)
                    .cookies(cookies)
                    .queryParams(parameters)
                    .get("/sign-in");
        }
    }

    private static Begun begin() {
        var answer = given().redirects().follow(false).get("/sign-in");
        assertThat(answer.statusCode()).isEqualTo(303);
        var url = URI.create(answer.header("Location"));
        var asked = Arrays.stream(url.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return new Begun(url, asked, answer.cookies());
    }

    private Organization anOrganization() {
        return organizations.add("Signed in " + UUID.randomUUID(), Plan.ENTERPRISE);
    }

    private Response signIn(JsonObject claims) {
        var begun = begin();
        return begun.comesBack(Map.of("code", code(begun, claims, false), "state", begun.told("state")));
    }

    private String code(Begun begun, JsonObject claims, boolean hangsUp) {
        var now = clock.instant().getEpochSecond();
        var all = new JsonObject()
                .put("sub", "248289761001")
                .put("aud", PlayedProvider.CLIENT)
                .put("iat", now)
                .put("exp", now + 300)
                .put("nonce", begun.told("nonce"))
                .mergeIn(claims);
        var code = UUID.randomUUID().toString();
        given().body(new JsonObject()
                        .put("code", code)
                        .put("challenge", begun.told("code_challenge"))
                        .put("hangsUp", hangsUp)
                        .put("claims", all.encode())
                        .encode())
                .post(provider + "/grant")
                .then()
                .statusCode(200);
        return code;
    }

    private static JsonObject claims(String organization) {
        return new JsonObject()
                .put("email", "ann@example.com")
                .put("email_verified", true)
                .put("name", "Ann")
                .put("roles", new JsonArray().add("staff").add("rollcall-admin"))
                .put("organization", organization);
    }

    @Test
    void itBeginsAtTheProviderAndIsTiedToThisBrowser() {
        var begun = begin();

        assertThat(begun.authorize.toString()).startsWith(provider + "/authorize?");
        assertThat(begun.asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", PlayedProvider.CLIENT)
                .containsEntry("scope", "openid email profile")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(begun.told("redirect_uri")).endsWith("/sign-in");
        assertThat(begun.cookies)
                .hasSize(1)
                .allSatisfy((name, _) -> assertThat(name).startsWith("q_auth"));
    }

    @Test
    void anOrgAdminGetsASessionThatOpensTheManagementApi() {
        var organization = anOrganization();

        var answer = signIn(claims(organization.id().toString()));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/console");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(open(answer, organization)).isEqualTo(200);
    }

    @Test
    void theOrganizationCanBeToldByNameOrAsTheOnlyOneOfAnArray() {
        var organization = anOrganization();

        assertThat(open(signIn(claims(organization.name())), organization)).isEqualTo(200);
        var array = claims("").put("organization", new JsonArray().add(organization.name()));
        assertThat(open(signIn(array), organization)).isEqualTo(200);
    }

    @Test
    void anybodyElseOfTheOrganizationGetsASessionThatAllowsNothing() {
        var organization = anOrganization();

        var answer = signIn(claims(organization.name()).put("roles", "staff"));

        assertThat(open(answer, organization)).isEqualTo(403);
    }

    private static int open(Response signedIn, Organization organization) {
        return given().cookie(COOKIE, signedIn.cookie(COOKIE))
                .get("/api/v1/organizations/" + organization.id())
                .statusCode();
    }

    @Test
    void nothingButOurSessionIsLeftInTheBrowser() {
        var answer = signIn(claims(anOrganization().name()));

        assertThat(answer.detailedCookies().asList())
                .filteredOn(cookie -> cookie.getMaxAge() != 0)
                .extracting(cookie -> cookie.getName())
                .containsExactly(COOKIE);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            nullValues = "null",
            value = {
                "organization, Unknown Ltd, Your organization is not known here",
                "organization, null, The identity provider told no organization",
                "organization, 018f3a3e-0000-7000-8000-000000000000, Your organization is not known here",
                "email, null, The identity provider told no e-mail address",
                "email, no address, The identity provider told no e-mail address",
                "email_verified, false, Your e-mail address is not verified"
            })
    void whoseClaimsDoNotFitIsToldWhatIsMissing(String claim, String value, String sentence) {
        assertProblem(signIn(claims(anOrganization().name()).put(claim, value)), 403, sentence);
    }

    @Test
    void whoDeclinesIsToldHowToGoOn() {
        var begun = begin();

        assertProblem(
                begun.comesBack(Map.of("error", "access_denied", "state", begun.told("state"))),
                403,
                "You, or the identity provider, said no");
        assertProblem(
                begun.comesBack(Map.of("error", "server_error", "state", begun.told("state"))),
                403,
                "The identity provider could not sign you in");
    }

    @Test
    void aCodeOfAnotherBrowserIsRefused() {
        var begun = begin();
        var parameters =
                Map.of("code", code(begun, claims(anOrganization().name()), false), "state", begun.told("state"));

        var withoutCookie =
                given().redirects().follow(false).queryParams(parameters).get("/sign-in");
        assertThat(withoutCookie.statusCode()).isBetween(400, 403);
        assertThat(withoutCookie.cookie(COOKIE)).isNull();

        var other = begin().comesBack(parameters);
        assertThat(other.statusCode()).isBetween(400, 403);
        assertThat(other.contentType()).startsWith("application/problem+json");
        assertThat(other.cookie(COOKIE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "aud", "exp"})
    void anIdTokenThatIsNotForThisSignInIsRefused(String claim) {
        var wrong = claims(anOrganization().name());
        if (claim.equals("exp")) {
            wrong.put(claim, 1_000);
        } else {
            wrong.put(claim, "another");
        }

        assertProblem(signIn(wrong), 403, "The sign-in could not be finished");
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowIsRefused() {
        var begun = begin();

        assertProblem(
                begun.comesBack(Map.of("code", "made-up", "state", begun.told("state"))),
                403,
                "The sign-in could not be finished");
    }

    @Test
    void aProviderThatDoesNotAnswerIsNobodysFault() {
        var begun = begin();
        var code = code(begun, claims(anOrganization().name()), true);

        assertProblem(
                begun.comesBack(Map.of("code", code, "state", begun.told("state"))),
                503,
                "The identity provider does not answer");
    }

    private static void assertProblem(Response answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).startsWith(sentence);
        assertThat(answer.cookie(COOKIE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users", "/api/v1/organizations"})
    void atEveryOtherDoorNobodyAsksTheProvider(String path) {
        var before = asked();

        var answer = given().redirects()
                .follow(false)
                .cookie("q_session", "made-up")
                .header("Authorization", "Bearer made-up")
                .queryParam("code", "made-up")
                .queryParam("state", "made-up")
                .get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.cookies()).isEmpty();
        assertThat(asked()).isEqualTo(before);
    }

    @Test
    void tokensOfConnectionsStayGood() {
        given().header("Authorization", tokens.anOrganization().issue().bearer())
                .get("/scim/v2/Users")
                .then()
                .statusCode(200);
    }

    private int asked() {
        return given().get(provider + "/asked").jsonPath().getInt("times");
    }
}
