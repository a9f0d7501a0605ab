package dev.rollcall.scim.conformance.scenario;

import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.conformance.scenario.Step.Body;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a scenario file. What it does not understand it refuses, with the place.
public final class ScenarioReader {
    private final String file;

    private ScenarioReader(String file) {
        this.file = file;
    }

    /// Reads a file.
    ///
    /// @throws IllegalArgumentException if a member is unknown, missing or of another type
    public static Scenario read(String file, byte[] json) {
        return new ScenarioReader(file).scenario(JsonReader.readObject(json));
    }

    private Scenario scenario(ScimValue value) {
        var members = new Members(file, value);
        var scenario = new Scenario(
                file,
                members.requiredText("id"),
                members.requiredText("title"),
                members.requiredText("source"),
                members.texts("requirements"),
                modes(members),
                identityProvider(members),
                members.map("let"),
                steps(file, members));
        members.refuseOthers();
        return scenario;
    }

    private static List<ConformanceMode> modes(Members members) {
        return switch (members.text("mode").orElse("compatible")) {
            case "compatible" -> List.of(ConformanceMode.COMPATIBLE);
            case "strict" -> List.of(ConformanceMode.STRICT);
            case "both" -> List.of(ConformanceMode.COMPATIBLE, ConformanceMode.STRICT);
            default -> throw members.refused("'mode' is compatible, strict or both");
        };
    }

    private static IdentityProvider identityProvider(Members members) {
        var name = members.text("identityProvider").orElse(IdentityProvider.PINGONE.name());
        return Arrays.stream(IdentityProvider.values())
                .filter(label -> label.name().equals(name))
                .findFirst()
                .orElseThrow(() -> members.refused("there is no identity provider '" + name + "'"));
    }

    private List<Step> steps(String place, Members members) {
        var steps = new ArrayList<Step>();
        for (var value : members.list("steps")) {
            steps.add(step(place + ", step " + (steps.size() + 1), value));
        }
        if (steps.isEmpty()) {
            throw members.refused("'steps' is missing or empty");
        }
        return steps;
    }

    private Step step(String place, ScimValue value) {
        var members = new Members(place, value);
        Step step;
        if (members.has("send")) {
            step = exchange(place, members);
        } else if (members.has("events")) {
            step = new Step.Events(members.requiredText("of"), members.texts("events"));
        } else if (members.has("wait")) {
            step = new Step.Wait(members.find("wait").orElseThrow());
        } else {
            step = repeat(place, members);
        }
        members.refuseOthers();
        return step;
    }

    private Step.Repeat repeat(String place, Members members) {
        var rows = members.list("each").stream()
                .map(row -> ((ScimValue.Complex) row).members())
                .toList();
        if (rows.isEmpty() == members.find("times").isEmpty()) {
            throw members.refused("a step has one of 'send', 'events', 'wait', 'times' and 'each'");
        }
        return new Step.Repeat(
                members.text("counter").orElse("n"),
                members.find("times").map(members::number).orElse(rows.size()),
                members.text("setting").orElse(null),
                rows,
                members.find("parallel").map(members::number).orElse(1),
                members.text("within").map(Duration::parse).orElse(null),
                steps(place, members));
    }

    private static Step.Exchange exchange(String place, Members members) {
        var line = members.requiredText("send").split(" ", 2);
        if (line.length != 2) {
            throw members.refused("'send' is a method and a path");
        }
        return new Step.Exchange(
                members.text("step").orElse(""),
                new Step.Request(
                        line[0],
                        line[1],
                        members.map("query"),
                        members.map("headers"),
                        token(members),
                        body(members),
                        members.flag("raw")),
                expectation(place, members),
                members.textMap("capture"));
    }

    private static TokenKind token(Members members) {
        var keyword = members.text("token").orElse(TokenKind.GOOD.keyword());
        return TokenKind.of(keyword).orElseThrow(() -> members.refused("there is no token '" + keyword + "'"));
    }

    private static Body body(Members members) {
        var bodies = new ArrayList<Body>();
        members.find("body").map(Body.Json::new).ifPresent(bodies::add);
        members.text("text").map(Body.Text::new).ifPresent(bodies::add);
        members.text("hex").map(Body.Hex::new).ifPresent(bodies::add);
        if (bodies.size() > 1) {
            throw members.refused("a request has one of 'body', 'text' and 'hex'");
        }
        return bodies.isEmpty() ? Body.None.NONE : bodies.getFirst();
    }

    private static Step.Expectation expectation(String place, Members step) {
        var members = new Members(
                place + ", expect", step.find("expect").orElseThrow(() -> step.refused("'expect' is missing")));
        var status = members.find("status").orElseThrow(() -> members.refused("'status' is missing"));
        var expectation = new Step.Expectation(
                status instanceof ScimValue.MultiValued(var choice)
                        ? choice.stream().map(members::number).toList()
                        : List.of(members.number(status)),
                members.map("headers"),
                members.find("body").orElse(null),
                members.find("scimType").orElse(null),
                members.text("detail").orElse(null),
                members.flag("empty"));
        members.refuseOthers();
        return expectation;
    }
}
