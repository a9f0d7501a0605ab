package dev.rollcall.scim.conformance.tolerance;

import static dev.rollcall.scim.conformance.tolerance.ScimCalls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import org.jspecify.annotations.Nullable;

/// Sends a row in one way on one connection, and looks at what has become of it.
final class Attempt {
    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";

    private final ScimCalls calls;
    private final Row row;
    private final Way way;
    private final int number;

    Attempt(ScimCalls calls, Row row, Way way, int number) {
        this.calls = calls;
        this.row = row;
        this.way = way;
        this.number = number;
    }

    /// Sends it and compares.
    ///
    /// @return the id of the resource that was created or changed; empty where it was refused
    String isMet(Verdict verdict) {
        var path = way.creates() ? null : calls.created(row.endpoint().path, resource(row.held()));
        var before = path == null ? null : calls.read(path);
        var answer = send(path);
        return switch (verdict) {
            case Verdict.Refused(var scimType) -> {
                assertThat(text(answer, place("status"))).as(answer.text()).isEqualTo("400");
                assertThat(text(answer, place("scimType"))).as(answer.text()).isEqualTo(scimType);
                assertNothingChanged(path, before);
                yield "";
            }
            case Verdict.Read(var members) -> {
                var id = path == null ? newId(answer) : path.substring(path.lastIndexOf('/') + 1);
                assertThat(id).as(answer.text()).isNotEmpty();
                assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
                var read = calls.read(row.endpoint().path + "/" + id).json();
                Held.assertIn(read, numbered(members), answer.text());
                yield id;
            }
        };
    }

    private void assertNothingChanged(@Nullable String path, @Nullable Answer before) {
        if (path == null || before == null) {
            var query = "?filter=externalId%20eq%20%22case-" + number + "%22";
            assertThat(calls.read(row.endpoint().path + query).at("body/totalResults"))
                    .contains(ScimValue.of(0));
        } else {
            assertThat(calls.read(path).text()).isEqualTo(before.text());
        }
    }

    private Answer send(@Nullable String path) {
        var target = path == null ? row.endpoint().path : path;
        var sent = way.patches() ? patch() : resource(sent());
        return way.isInBulk()
                ? calls.send("POST", "/Bulk", bulk(target, sent))
                : calls.send(way.patches() ? "PATCH" : way.name(), target, sent);
    }

    private String sent() {
        return row.sent().getOrDefault(way, "{}");
    }

    private ScimValue.Complex resource(String members) {
        var usual = "{'schemas': ['" + row.endpoint().schema + "'], 'externalId': 'case-#', " + row.endpoint().required
                + "}";
        return numbered(Held.over(SchemaFixtures.notation(usual), SchemaFixtures.notation(members)));
    }

    private ScimValue.Complex patch() {
        var usual = "{'schemas': ['" + MESSAGES + "PatchOp'], 'Operations': [" + sent() + "]}";
        return numbered(Held.over(SchemaFixtures.notation(usual), SchemaFixtures.notation(row.message())));
    }

    private ScimValue.Complex bulk(String path, ScimValue.Complex data) {
        var operation = SchemaFixtures.notation(
                "{'method': '" + (way.creates() ? "POST" : "PATCH") + "', 'path': '" + path + "', 'bulkId': 'b'}");
        return SchemaFixtures.notation("{'schemas': ['" + MESSAGES + "BulkRequest']}")
                .with("Operations", ScimValue.array(operation.with("data", data)));
    }

    private ScimValue.Complex numbered(ScimValue.Complex value) {
        return (ScimValue.Complex) Held.texts(value, text -> text.replace("#", Integer.toString(number)));
    }

    private String place(String name) {
        if (!way.isInBulk()) {
            return "body/" + name;
        }
        return "body/Operations/0/response/" + name;
    }

    private String newId(Answer answer) {
        var location = text(answer, way.isInBulk() ? "body/Operations/0/location" : "header/Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
