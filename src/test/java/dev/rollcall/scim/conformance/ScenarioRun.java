package dev.rollcall.scim.conformance;

import dev.rollcall.scim.conformance.http.Answer;
import dev.rollcall.scim.conformance.http.Call;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.scim.conformance.http.RawCalls;
import dev.rollcall.scim.conformance.scenario.Scenario;
import dev.rollcall.scim.conformance.scenario.Step;
import dev.rollcall.scim.conformance.scenario.TokenKind;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/// Runs one scenario against a service. Every run names its users anew (`${unique}`), so that scenarios can run
/// in any order, at once, and against a service that is in use.
final class ScenarioRun {
    private static final Map<String, String> NAMES = Map.of(
            "User", "urn:ietf:params:scim:schemas:core:2.0:User",
            "Group", "urn:ietf:params:scim:schemas:core:2.0:Group",
            "EnterpriseUser", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
            "PatchOp", "urn:ietf:params:scim:api:messages:2.0:PatchOp",
            "ListResponse", "urn:ietf:params:scim:api:messages:2.0:ListResponse");

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String REQUEST_ID = "X-Request-Id";

    private final Scenario scenario;
    private final ScimService service;
    private final ConformanceMode mode;
    private final Authorization authorization;
    private final HttpCalls http;
    private final NotCheckable notCheckable;
    private final ScenarioCounts counts;
    private final String requestId;

    ScenarioRun(
            Scenario scenario, ConformanceMode mode, ScimService service, HttpCalls http, NotCheckable notCheckable) {
        this(scenario, mode, service, http, notCheckable, new ScenarioCounts());
    }

    /// One of several that are counted together.
    ScenarioRun(
            Scenario scenario,
            ConformanceMode mode,
            ScimService service,
            HttpCalls http,
            NotCheckable notCheckable,
            ScenarioCounts counts) {
        this.scenario = scenario;
        this.mode = mode;
        this.service = service;
        this.http = http;
        this.notCheckable = notCheckable;
        this.counts = counts;
        requestId = "counted-" + UUID.randomUUID();
        authorization = new Authorization(service, new TestedConnection(mode, scenario.identityProvider()));
    }

    /// @throws AssertionError if an answer is not what the scenario expects
    void run() {
        if (authorization.header(TokenKind.GOOD).isEmpty()) {
            var missing = scenario.id() + ": no token of a connection in this mode";
            notCheckable.add(missing);
            Assumptions.abort(missing);
        }
        var variables = new Variables();
        NAMES.forEach(variables::set);
        variables.set("base", service.base().toString());
        variables.set("root", service.base().resolve(".").toString());
        variables.set("unique", unique());
        scenario.variables().forEach((name, value) -> variables.set(name, variables.fill(value)));
        var answers = new AnswerRecord(new Placeholders(service.base()));
        try {
            run(scenario.steps(), variables, answers);
            compareCounts();
        } finally {
            answers.write(scenario.id() + "-" + mode + ".txt");
        }
    }

    // What PingOne does, its admin counts: what our summary says of the same calls has to be the same.
    private boolean isCounted() {
        return scenario.id().startsWith("PO-");
    }

    private void compareCounts() {
        if (isCounted() && service.recorded(requestId).isPresent()) {
            var differences =
                    counts.differences(() -> service.recorded(requestId).orElseThrow());
            if (!differences.isEmpty()) {
                throw new AssertionError(
                        "%s (%s), in the end:%n  %s".formatted(scenario.id(), scenario.file(), differences));
            }
        }
    }

    // Letters and digits, so that it can stand anywhere in a URL, a filter or a regular expression.
    private String unique() {
        var random =
                AnswerRecord.isKept() ? new Random((scenario.id() + mode).hashCode()) : ThreadLocalRandom.current();
        return "u" + Long.toString(random.nextLong(1L << 50, 1L << 51), 36);
    }

    private void run(List<Step> steps, Variables variables, AnswerRecord answers) {
        for (var step : steps) {
            switch (step) {
                case Step.Exchange exchange -> exchange(exchange, variables, answers);
                case Step.Events events -> events(events, variables);
                case Step.Wait(var seconds) -> pause(seconds(variables.fill(seconds)));
                case Step.Repeat repeat -> repeat(repeat, variables, answers);
            }
        }
    }

    private void exchange(Step.Exchange step, Variables variables, AnswerRecord answers) {
        var header = step.request().token() == TokenKind.OF_USER
                ? authorization.headerOfUser(variables.fill("${me}"))
                : authorization.header(step.request().token());
        if (header.isEmpty()) {
            notCheckable.add(scenario.id() + ": no token of kind '"
                    + step.request().token().keyword() + "'");
            return;
        }
        var built = new CallBuilder(service.base(), variables).call(step.request(), header.get());
        var call = isCounted() ? built.with(REQUEST_ID, requestId) : built;
        Answer answer;
        try {
            answer = answer(step, call);
        } catch (UncheckedIOException e) {
            throw new AssertionError(message(step, call, List.of("no answer: " + e.getCause()), ""), e);
        }
        answers.add(built, answer);
        counts.count(call.method(), call.url(), answer);
        var faults = faults(step, call, answer, variables);
        if (!faults.isEmpty()) {
            throw new AssertionError(message(step, call, faults, shown(answer)));
        }
        step.captures()
                .forEach((name, place) -> variables.set(
                        name,
                        answer.at(place)
                                .orElseThrow(() -> new AssertionError(
                                        message(step, call, List.of(place + ": absent"), shown(answer))))));
    }

    // As a client does that is in a hurry and yet well-behaved: whoever runs scenarios may meet a rate limit.
    private Answer answer(Step.Exchange step, Call call) {
        while (true) {
            var answer = step.request().raw() ? RawCalls.send(call) : http.send(call);
            var wait = answer.header("Retry-After").filter(seconds -> seconds.matches("[1-9][0-9]{0,2}"));
            if (answer.status() != TOO_MANY_REQUESTS
                    || step.expectation().statuses().contains(TOO_MANY_REQUESTS)
                    || wait.isEmpty()) {
                return answer;
            }
            notCheckable.addRepeated();
            pause(Integer.parseInt(wait.get()));
        }
    }

    private static int seconds(ScimValue value) {
        return switch (value) {
            case ScimValue.Numeric(var number) -> number.intValueExact();
            case ScimValue.Text(var text) -> Integer.parseInt(text);
            default -> throw new IllegalArgumentException("'wait' is a number of seconds");
        };
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> faults(Step.Exchange step, Call call, Answer answer, Variables variables) {
        var expected = step.expectation();
        var faults = new ArrayList<String>();
        if (!expected.statuses().contains(answer.status())) {
            faults.add("status: expected " + expected.statuses() + ", was " + answer.status());
        }
        faults.addAll(EveryAnswer.faults(answer, call.method().equals("HEAD")));
        expected.headers()
                .forEach((name, value) -> faults.addAll(Matching.differences(
                        "header/" + name,
                        variables.fill(value),
                        answer.header(name).map(ScimValue::of).orElse(null))));
        if (expected.body() != null) {
            faults.addAll(Matching.differences("body", variables.fill(expected.body()), answer.json()));
        }
        if (expected.scimType() != null) {
            faults.addAll(Matching.differences(
                    "body/scimType",
                    variables.fill(expected.scimType()),
                    answer.at("body/scimType").orElse(null)));
        }
        if (expected.detail() != null) {
            faults.addAll(Matching.differences(
                    "body/detail",
                    ScimValue.object(
                            Map.of("$match", ScimValue.of("(?i).*" + variables.fill(expected.detail()) + ".*"))),
                    answer.at("body/detail").orElse(null)));
        }
        if (expected.empty() && !answer.text().isEmpty()) {
            faults.add("body: expected none");
        }
        return faults;
    }

    private void events(Step.Events step, Variables variables) {
        var resource = variables.fill(step.resource());
        service.events(resource)
                .ifPresentOrElse(
                        kinds -> {
                            if (!kinds.equals(step.kinds())) {
                                throw new AssertionError("%s (%s): events of %s: expected %s, were %s"
                                        .formatted(scenario.id(), scenario.file(), resource, step.kinds(), kinds));
                            }
                        },
                        () -> notCheckable.add(scenario.id() + ": the events of a resource"));
    }

    private void repeat(Step.Repeat step, Variables variables, AnswerRecord answers) {
        var times = step.setting() == null
                ? step.times()
                : Integer.getInteger("rollcall.scenarios." + step.setting(), step.times());
        var start = Instant.now();
        try (var workers = Executors.newFixedThreadPool(AnswerRecord.isKept() ? 1 : step.parallel())) {
            var runs = new ArrayList<Future<?>>();
            for (var i = 0; i < times; i++) {
                var own = variables.copy();
                own.set(step.counter(), ScimValue.of(i + 1L));
                if (!step.rows().isEmpty()) {
                    step.rows().get(i).forEach((name, value) -> own.set(name, own.fill(value)));
                }
                runs.add(workers.submit(() -> run(step.steps(), own, answers)));
            }
            awaitAll(runs);
        }
        var taken = Duration.between(start, Instant.now());
        if (step.within() != null && taken.compareTo(step.within()) > 0) {
            throw new AssertionError("%s (%s): %d runs took %s, expected within %s"
                    .formatted(scenario.id(), scenario.file(), times, taken, step.within()));
        }
    }

    private static void awaitAll(List<Future<?>> runs) {
        var failures = new ArrayList<Throwable>();
        for (var run : runs) {
            try {
                run.get();
            } catch (ExecutionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            var shown = failures.stream().limit(5).map(Throwable::getMessage).collect(Collectors.joining("\n"));
            throw new AssertionError(
                    "%d of %d runs failed; the first of them:%n%s".formatted(failures.size(), runs.size(), shown),
                    failures.getFirst());
        }
    }

    private String message(Step.Exchange step, Call call, List<String> faults, String answer) {
        return "%s (%s)%s%n  sent %s%n  %s%n  got %s"
                .formatted(
                        scenario.id(),
                        scenario.file(),
                        step.name().isEmpty() ? "" : ", " + step.name(),
                        call,
                        String.join("\n  ", faults),
                        answer);
    }

    private static String shown(Answer answer) {
        return answer.status() + " " + answer.headers() + "\n    " + Call.shortened(answer.text());
    }
}
