package dev.rollcall.console;

import static dev.rollcall.api.testing.ManagementClient.body;
import static org.awaitility.Awaitility.await;

import dev.rollcall.api.testing.ManagementClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The places of the page, and an organization that has something in each.
///
/// @param organization its path
/// @param person somebody with a role
/// @param call one that was refused
record Places(String organization, String person, String call) {
    static final List<String> ALL = List.of("set-up", "credentials", "groups", "access", "people", "activity", "audit");

    /// Makes the organization.
    static Places furnished(Console console, String name) {
        var organization = console.organization(name);
        var provider = Provider.of(console, organization, "PingOne");
        var people = List.of(
                provider.person("jane@example.com"),
                provider.person("omar@example.com"),
                provider.person("سارة القحطاني"));
        var sales = provider.group("Sales", people);
        provider.group("Nobody", List.of());
        provider.group("מכירות (Sales)", people.subList(1, 3));
        provider.refused();
        provider.disable(people.get(1));
        provider.role("Editor", "team");
        provider.team("Marketing");
        provider.map(sales);
        var operator = console.operator();
        body(operator.post(organization + "/invitations", Map.of("email", "invited@example.com")), 201);
        body(operator.post(organization + "/domains", Map.of("name", "waiting.example")), 201);
        return new Places(organization, people.getFirst(), refused(operator, organization));
    }

    /// It is noted a moment after it was answered.
    private static String refused(ManagementClient operator, String organization) {
        var calls = await().until(
                        () -> body(operator.get(organization + "/activity?result=refused&limit=1"), 200)
                                .getJsonArray("items"),
                        items -> !items.isEmpty());
        return calls.getJsonObject(0).getString("id");
    }

    /// All, with the pages of one person and of one call, by their names.
    SequencedMap<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        ALL.forEach(place -> pages.put(place, place));
        pages.put("person", "people/" + person);
        pages.put("call", "activity/" + call);
        return pages;
    }
}
