package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.rollcall.api.testing.ManagementClient;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What others try with somebody's session.
@ExtendWith(Console.Shared.class)
class TheftIT {
    private static final String COOKIE = "rollcall-session";

    private final Console console;

    TheftIT(Console console) {
        this.console = console;
    }

    @Test
    void theSecretOfTheSessionIsInTheCookieAndNowhereElse() {
        var organization = console.organization("Secret");
        var link = console.link(organization);
        var linkSecret = link.substring(link.indexOf('=') + 1);
        List<Request> requests = new CopyOnWriteArrayList<>();
        try (var open = OpenPage.at(console, console.origin() + "/console")) {
            open.context().onRequest(requests::add);
            open.page().navigate(link.replaceFirst("#.*", "?again"));
            open.page().navigate(link);
            open.settle();
            for (var place : Places.ALL) {
                open.go(place);
            }
            open.page().reload();
            open.settle();

            var cookie = cookie(open);
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
            assertThat(cookie.path).isEqualTo("/");
            assertThat(cookie.expires).isEqualTo(-1);
            for (var secret : List.of(cookie.value, linkSecret)) {
                assertThat(open.page().url()).doesNotContain(secret);
                assertThat(open.page().content()).doesNotContain(secret);
                assertThat(requests)
                        .isNotEmpty()
                        .noneMatch(request -> request.url().contains(secret)
                                || request.headers().getOrDefault("referer", "").contains(secret));
                assertThat(console.output()).doesNotContain(secret);
            }
            assertThat(open.page().evaluate("""
                            async () => [document.cookie, localStorage.length, sessionStorage.length,
                              (await indexedDB.databases()).length, (await caches.keys()).length,
                              (await navigator.serviceWorker.getRegistrations()).length].join()""")).isEqualTo(",0,0,0,0,0");
            open.page().goBack();
            assertThat(open.page().url()).doesNotContain(linkSecret);
        }
    }

    private static Cookie cookie(OpenPage open) {
        return open.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void underAnyOtherNameThanThisMachineTheCookieNeedsTls() {
        var secret = ManagementClient.secretOf(console.link(console.organization("Bound")));

        var answer = console.nobody()
                .at(console.origin().replace("localhost", "127.0.0.2"))
                .post("/api/v1/sessions", Map.of("link", secret));

        assertThat(answer.header("Set-Cookie").orElse(answer.text()))
                .startsWith("__Host-rollcall-session=")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Strict")
                .contains("; Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void aStolenSecretWithoutTheHeaderOfThePageChangesNothing() {
        var organization = console.organization("Stolen");
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            var thief = console.nobody().session(cookie(open).value);
            var withoutHeader = new ManagementClient(
                    thief.http(), thief.origin(), Map.of("Cookie", COOKIE + "=" + cookie(open).value));

            assertThat(withoutHeader
                            .post(organization + "/teams", Map.of("name", "Theirs"))
                            .status())
                    .isEqualTo(403);
            assertThat(thief.with("Sec-Fetch-Site", "cross-site")
                            .post(organization + "/teams", Map.of("name", "Theirs"))
                            .status())
                    .isEqualTo(403);
            open.button("Sign out").click();
            assertThat(open.page().locator("main h1")).hasText("You are signed out");
            // Once out, it is good for nothing at all, within two seconds.
            await().until(() -> thief.get(organization + "/teams").status() == 401);
            assertThat(names(organization, "/teams")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aPageOfAnotherOriginChangesNothingAndReadsNothing(String host) {
        var organization = console.organization("Forged");
        var forged = """
                <!doctype html><meta charset="utf-8"><iframe name="into"></iframe>
                <form method="post" enctype="text/plain" target="into" action="%1$s%2$s/teams">
                  <input name='{"name":"Forged","x":"' value='"}'></form>
                <form method="post" target="into" action="%1$s%2$s/teams"><input name="name" value="Forged"></form>
                <form method="post" target="into" action="%1$s/api/v1/session?_method=DELETE"></form>
                <img src="%1$s%2$s/teams" alt="">
                <script>
                  const told = [];
                  const body = JSON.stringify({ name: 'Forged' });
                  const json = { 'Content-Type': 'application/json' };
                  const attempt = (path, options) => fetch('%1$s' + path, { credentials: 'include', ...options })
                    .then(answer => answer.text()).then(text => told.push(text), failure => told.push('failed'));
                  window.attempts = async () => {
                    await attempt('%2$s/teams', {});
                    await attempt('%2$s/teams', { method: 'POST', mode: 'no-cors', body });
                    await attempt('%2$s/teams', { method: 'POST', headers: json, body });
                    await attempt('%2$s/teams', { method: 'POST', headers: { ...json, 'X-Rollcall-Request': '1' }, body });
                    await attempt('/api/v1/session', { method: 'DELETE', headers: { 'X-Rollcall-Request': '1' } });
                    navigator.sendBeacon('%1$s%2$s/teams', body);
                    for (const form of document.forms) {
                      await new Promise(done => { document.querySelector('iframe').onload = done; form.submit(); setTimeout(done, 2000); });
                    }
                    return told.join('|');
                  };
                </script>""".formatted(console.origin(), organization);
        try (var site = new OtherSite(forged);
                var open = OpenPage.of(console, organization).toleratingFailures()) {
            open.settle();
            var other = open.context().newPage();
            other.navigate(site.at(host));

            assertThat(other.evaluate("() => attempts()")).isEqualTo("failed||failed|failed|failed");

            assertThat(names(organization, "/teams")).isEmpty();
            open.page().reload();
            assertThat(open.page().locator("main h1")).hasText("Set up");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void noOtherPageShowsItInAFrame(String host) {
        var framing = "<!doctype html><iframe src='" + console.origin() + "/console' width=800 height=600></iframe>";
        try (var site = new OtherSite(framing);
                var open = OpenPage.of(console, console.organization("Framed")).toleratingFailures()) {
            open.settle();
            var other = open.context().newPage();

            other.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().contains("frame-ancestors")),
                    () -> other.navigate(site.at(host)));

            assertThat(other.frames()).hasSize(2).noneMatch(frame -> frame.url().endsWith("/console"));
        }
    }

    @Test
    void aLinkThatSomebodyElseHasReadIsWorthNothingAfterItsUse() {
        var organization = console.organization("Twice");
        var link = console.link(organization);
        try (var first = OpenPage.at(console, link);
                var second = OpenPage.at(console, console.origin() + "/console")) {
            assertThat(first.page().locator("main h1")).hasText("Set up");
            second.page().navigate(link.replaceFirst("#.*", "?again"));
            second.page().navigate(link);

            assertThat(second.page().getByRole(AriaRole.HEADING)).hasText("This link does not open the page any more");
            assertThat(second.context().cookies()).isEmpty();
            first.page().reload();
            assertThat(first.page().locator("main h1")).hasText("Set up");
        }
    }

    private List<String> names(String organization, String list) {
        return body(console.operator().get(organization + list), 200).getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("name"))
                .toList();
    }
}
