package dev.rollcall.benchmark.growth;

import static dev.rollcall.benchmark.growth.ScimCalls.encoded;

import dev.rollcall.benchmark.data.Person;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A request that is measured. What it sends differs from time to time.
///
/// @param name in tables
/// @param expected whether it is meant to cost the same in every organization
/// @param share how often it is sent, where 1 is in every round
record Operation(String name, boolean expected, double share, Consumer<Subject> run) {
    private static final double RARELY = 0.03;
    private static final String ACTIVE = "&filter=" + encoded("active eq true");
    private static final String PAGE = "/Users?count=" + Subject.PAGE;

    /// Every request, in the order of the table.
    static List<Operation> all() {
        return List.of(
                flat(
                        "read by id",
                        on -> on.calls().get("/Users/" + on.directory().userId(on.anyUser()))),
                flat("userName eq", on -> find(on, "userName", person(on).userName())),
                flat("externalId eq", on -> find(on, "externalId", person(on).externalId())),
                flat(
                        "emails.value eq",
                        on -> find(on, "emails.value", person(on).email())),
                flat(
                        "group displayName eq",
                        on -> on.calls()
                                .get("/Groups?excludedAttributes=members&filter="
                                        + encoded("displayName eq \""
                                                + on.directory().groupName(on.anyGroup()) + "\""))),
                flat("create", Operation::create),
                flat("PUT without a change", Operation::put),
                flat("PATCH active", Operation::patchActive),
                flat("first page by cursor", on -> on.calls().get(PAGE + "&cursor")),
                flat("deep page by cursor", on -> on.calls().get(PAGE + "&cursor=" + on.deepCursor())),
                flat("number of users", on -> on.calls().get("/Users?count=0")),
                flat("number of active users", on -> on.calls().get("/Users?count=0" + ACTIVE)),
                flat("number of groups", on -> on.calls().get("/Groups?count=0")),
                flat("first page by index", on -> on.calls().get(PAGE)),
                flat("first page of the active", on -> on.calls().get(PAGE + ACTIVE)),
                flat("next page by index", on -> on.calls().get(PAGE + "&startIndex=" + on.nextIndex(0))),
                flat("next page of the active", on -> on.calls().get(PAGE + ACTIVE + "&startIndex=" + on.nextIndex(1))),
                flat("any page by index", on -> on.calls().get(PAGE + "&startIndex=" + on.anyIndex())),
                flat("any page of the active", on -> on.calls().get(PAGE + ACTIVE + "&startIndex=" + on.anyIndex())),
                flat("member added, group of 10", on -> addMember(on, 1)),
                flat("member removed, group of 10", on -> removeMember(on, 1)),
                flat("member added, largest group", on -> addMember(on, 0)),
                flat("member removed, largest group", on -> removeMember(on, 0)),
                growing("title eq, no match", on -> find(on, "title", "Nobody")),
                growing(
                        "extension attribute eq, no match",
                        on -> find(
                                on, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter", "CC-0")),
                growing("addresses.locality eq, no match", on -> find(on, "addresses.locality", "Nowhere")),
                growing("first 100 by name.familyName", on -> on.calls().get(PAGE + "&sortBy=name.familyName")));
    }

    private static Operation flat(String name, Consumer<Subject> run) {
        return new Operation(name, true, 1, run);
    }

    private static Operation growing(String name, Consumer<Subject> run) {
        return new Operation(name, false, RARELY, run);
    }

    private static Person person(Subject on) {
        return on.directory().person(on.anyUser());
    }

    private static void find(Subject on, String attribute, String value) {
        on.calls().get("/Users?filter=" + encoded(attribute + " eq \"" + value + "\""));
    }

    private static void create(Subject on) {
        var id = on.create(on.newcomer());
        on.calls().aside("DELETE", "/Users/" + id, "");
    }

    private static void put(Subject on) {
        var number = on.anyUser();
        on.calls()
                .send(
                        "PUT",
                        "/Users/" + on.directory().userId(number),
                        JsonWriter.text(on.directory().user(number)));
    }

    private static void patchActive(Subject on) {
        var id = on.visitor();
        var active = on.calls().get("/Users/" + id).find("active");
        var other = ScimValue.of(!ScimValue.of(true).equals(active));
        on.calls()
                .send(
                        "PATCH",
                        "/Users/" + id,
                        JsonWriter.text(Subject.patch(Map.of(
                                "op", ScimValue.of("replace"), "path", ScimValue.of("active"), "value", other))));
    }

    private static void addMember(Subject on, int group) {
        on.calls().send("PATCH", groupPath(on, group), addition(on));
        on.calls().aside("PATCH", groupPath(on, group), removal(on));
    }

    private static void removeMember(Subject on, int group) {
        on.calls().aside("PATCH", groupPath(on, group), addition(on));
        on.calls().send("PATCH", groupPath(on, group), removal(on));
    }

    private static String groupPath(Subject on, int group) {
        return "/Groups/" + on.directory().groupId(group);
    }

    private static String addition(Subject on) {
        var member = ScimValue.object(Map.of("value", ScimValue.of(on.visitor())));
        return JsonWriter.text(Subject.patch(
                Map.of("op", ScimValue.of("add"), "path", ScimValue.of("members"), "value", ScimValue.array(member))));
    }

    private static String removal(Subject on) {
        return JsonWriter.text(Subject.patch(Map.of(
                "op", ScimValue.of("remove"), "path", ScimValue.of("members[value eq \"" + on.visitor() + "\"]"))));
    }
}
