package dev.rollcall.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rollcall.api.testing.ManagementClient.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What providers, products and people call things is text, wherever it comes to be on the page: nothing of it runs,
/// loads, leads elsewhere or changes what stands around it. Whatever the browser refuses fails the test.
@ExtendWith(Console.Shared.class)
class HostileIT {
    private static final String MARKUP = "<img src=x onerror=alert(1)>'\"&{{7*7}}${x}";
    private static final String SCRIPT = "javascript:alert(document.domain)//<svg onload=alert(2)>";
    private static final String TURNED = "\u202Egpj.exe\u2066<b>\u2069\u2069";
    private static final String SCIM = "application/scim+json";
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

    private final Console console;

    HostileIT(Console console) {
        this.console = console;
    }

    @Test
    void namesAreTextInEveryFieldOfEveryPlace() {
        var organization = console.organization(MARKUP);
        var provider = Provider.of(console, organization, MARKUP);
        var person = person(provider);
        var group = provider.group(MARKUP, List.of(person));
        provider.group(SCRIPT + TURNED, List.of(person));
        provider.role(MARKUP, "team");
        provider.team(SCRIPT);
        provider.map(group);
        var operator = console.operator();
        body(operator.post(organization + "/invitations", Map.of("email", "x@example.com", "name", MARKUP)), 201);
        body(
                operator.post(
                        organization + "/connections/" + provider.connection() + "/oauth-clients",
                        Map.of("name", SCRIPT)),
                201);
        refused(provider);
        try (var open = OpenPage.of(console, organization)) {
            open.settle();
            assertThat(open.text()).contains(MARKUP);
            for (var place : Stream.concat(Places.ALL.stream(), Stream.of("people/" + person))
                    .toList()) {
                open.go(place);
                open.shoot("hostile-" + place.replaceFirst("/.*", "-one"));
                assertText(open, place);
                assertThat(open.isTooWide()).as(place).isFalse();
            }
            callsOneByOne(open);
            questions(open, person);
        }
    }

    private static void assertText(OpenPage open, String place) {
        assertThat(open.page()
                        .locator("main img, main svg:not([aria-hidden]), main b, dialog img")
                        .all())
                .as(place)
                .isEmpty();
        assertThat((List<?>) open.page().evaluate("() => [...document.links].map(link => new URL(link.href).protocol)"))
                .as(place)
                .allMatch("http:"::equals);
        assertThat(
                        (List<?>)
                                open.page()
                                        .evaluate(
                                                "() => [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(name => name.startsWith('on'))"))
                .as(place)
                .isEmpty();
    }

    private static void callsOneByOne(OpenPage open) {
        open.go("activity");
        var calls = (List<?>)
                open.page().evaluate("() => [...document.querySelectorAll('tbody a')].map(link => link.hash.slice(2))");
        assertThat(calls).hasSizeGreaterThanOrEqualTo(4);
        for (var call : calls) {
            open.go(call.toString());
            assertText(open, call.toString());
        }
        open.go("activity");
        open.page().locator("tbody tr:has(.state-refused) a").last().click();
        assertThat(open.page().locator("pre")).containsText("<img src=x onerror=alert(1)>");
        open.shoot("hostile-call");
    }

    private static void questions(OpenPage open, String person) {
        ask(open, "groups", "tbody button:has-text('Map')");
        ask(open, "groups", ".chip button");
        ask(open, "credentials", "button:has-text('Renew')");
        ask(open, "credentials", "button:has-text('Revoke')");
        ask(open, "access", "rollcall-catalogue button:has-text('Change')");
        ask(open, "access", "rollcall-catalogue button:has-text('Remove')");
        ask(open, "people/" + person, "button:has-text('Give a role')");
    }

    private static void ask(OpenPage open, String place, String button) {
        open.go(place);
        open.page().locator(button).first().click();
        var dialog = open.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        open.settle();
        assertText(open, place + " " + button);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        assertThat(dialog).isHidden();
    }

    private static String person(Provider provider) {
        var user = new JsonObject()
                .put("schemas", new JsonArray().add(USER).add("urn:example:hostile:1.0:User"))
                .put("userName", MARKUP + "@example.com")
                .put("displayName", TURNED + MARKUP)
                .put("externalId", SCRIPT)
                .put("title", MARKUP)
                .put("nickName", TURNED)
                .put("name", new JsonObject().put("givenName", MARKUP).put("familyName", SCRIPT))
                .put("urn:example:hostile:1.0:User", new JsonObject().put("note", MARKUP));
        return body(provider.client().send("POST", "/scim/v2/Users", SCIM, user.encode()), 201)
                .getString("id");
    }

    private static void refused(Provider provider) {
        var user = new JsonObject()
                .put("schemas", new JsonArray().add(USER))
                .put(MARKUP, SCRIPT)
                .put("title", MARKUP);
        var product = provider.client().with("User-Agent", MARKUP).with("X-Request-Id", "script-alert-1");
        body(product.send("POST", "/scim/v2/Users?x=%3Cscript%3E", SCIM, user.encode()), 400);
        assertThat(product.delete("/scim/v2/Users/%3Cimg%20src=x%3E").status()).isEqualTo(404);
    }
}
