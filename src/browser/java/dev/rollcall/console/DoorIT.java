package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who comes to the page, and what is shown to whoever does not come in.
@ExtendWith(Console.Shared.class)
class DoorIT {
    private final Console console;

    DoorIT(Console console) {
        this.console = console;
    }

    @Test
    void aLinkIsUsedOnceAndLeavesNoSecretBehind() {
        var link = console.link(console.organization("Once"));
        var secret = link.substring(link.indexOf('=') + 1);
        try (var open = OpenPage.at(console, link)) {
            assertHeading(open, "Set up");

            assertThat(open.page().url()).doesNotContain(secret);
            open.page().reload();
            assertHeading(open, "Set up");
            assertThat(open.page()
                            .evaluate("() => localStorage.length + sessionStorage.length + document.cookie.length"))
                    .isEqualTo(0);
            assertThat(open.page().content()).doesNotContain(secret);
        }
        try (var other = OpenPage.at(console, link)) {
            assertHeading(other, "This link does not open the page any more");
            other.inspect("link-refused", List.of(Look.values()));
        }
    }

    @Test
    void withoutASessionItSaysHowToComeIn() {
        try (var open = OpenPage.at(console, console.origin() + "/console")) {
            assertHeading(open, "Open this page from your product");
            open.inspect("nobody", List.of(Look.values()));
        }
    }

    @Test
    void aSessionThatEndsElsewhereEndsThePage() {
        try (var open = OpenPage.of(console, console.organization("Ended"))) {
            assertHeading(open, "Set up");
            open.page()
                    .evaluate(
                            "() => fetch('/api/v1/session', {method: 'DELETE', headers: {'X-Rollcall-Request': '1'}})");

            open.page().evaluate("() => { location.hash = '#/audit'; }");

            assertHeading(open, "Your session has ended");
            open.inspect("ended", List.of(Look.values()));
        }
    }

    @Test
    void whoeverSignsOutIsOut() {
        try (var open = OpenPage.of(console, console.organization("Out"))) {
            assertHeading(open, "Set up");

            open.button("Sign out").click();

            assertHeading(open, "You are signed out");
            open.page().reload();
            assertHeading(open, "Open this page from your product");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "team, true, Provisioning is part of the Enterprise plan, plan-missing",
        "enterprise, false, Single sign-on comes first, sso-missing"
    })
    void whereSomethingIsMissingItSaysWhatAndNothingElse(String plan, boolean withoutSso, String heading, String shot) {
        var organization = console.organization("Missing");
        body(console.operator().patch(organization, Map.of("plan", plan)), 200);
        body(console.operator().patch(organization + "/policies", Map.of("provisioningWithoutSso", withoutSso)), 200);
        try (var open = OpenPage.of(console, organization)) {
            assertHeading(open, heading);
            assertThat(open.page().locator(".places a").all()).isEmpty();
            open.inspect(shot, List.of(Look.values()));
        }
    }

    @Test
    void aMissingDomainCanBeClaimedHere() {
        var organization = console.organization("Domain");
        body(console.operator().patch(organization + "/policies", Map.of("provisioningWithoutSso", false)), 200);
        body(console.operator().put(organization + "/sso", Map.of("name", "PingOne", "state", "on")), 200);
        try (var open = OpenPage.of(console, organization)) {
            assertHeading(open, "Claim your domain first");
            open.page()
                    .getByLabel("Domain", new Page.GetByLabelOptions().setExact(true))
                    .fill("missing.example");

            open.button("Claim").click();

            assertThat(open.page().getByText("waiting for proof")).isVisible();
            assertThat(open.field("Name of the record")).hasValue("_rollcall-challenge.missing.example");
            open.inspect("domain-missing", List.of(Look.values()));
        }
    }

    @Test
    void thePageMayDoLittleAndItsPartsAreKeptForEver() {
        var page = console.nobody().get("/console");
        var policy = page.header("Content-Security-Policy").orElseThrow();
        assertThat(List.of(policy.split("; ")))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data:",
                        "connect-src 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'");
        assertThat(page.header("Cache-Control")).contains("no-cache");
        var script = page.text().replaceFirst("(?s).*src=\"(console/[0-9a-f]+/page\\.js)\".*", "/$1");

        var part = console.nobody().with("Accept-Encoding", "gzip").get(script);

        assertThat(part.header("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(part.header("Content-Encoding")).contains("gzip");
        assertThat(console.nobody()
                        .get(script.replaceFirst("/[0-9a-f]+/", "/0000000000000000/"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void allOfItIsSmall() {
        try (var open = OpenPage.at(console, console.link(console.organization("Small")))) {
            assertHeading(open, "Set up");
            var bytes = (Number)
                    open.page()
                            .evaluate(
                                    "() => performance.getEntriesByType('resource').filter(e => e.name.includes('/console')).reduce((all, e) => all + e.encodedBodySize, 0)");
            assertThat(bytes.intValue()).isPositive().isLessThan(250_000);
        }
    }

    private static void assertHeading(OpenPage open, String text) {
        assertThat(open.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                        .first())
                .isVisible();
    }
}
