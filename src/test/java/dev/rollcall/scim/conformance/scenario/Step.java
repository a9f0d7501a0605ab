package dev.rollcall.scim.conformance.scenario;

import dev.rollcall.scim.schema.ScimValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// One step of a scenario. Texts in it can hold `${variables}`.
public sealed interface Step {

    /// A request and the answer it must get.
    ///
    /// @param captures variable to the place in the answer that it takes its value from
    record Exchange(String name, Request request, Expectation expectation, Map<String, String> captures)
            implements Step {}

    /// What is sent.
    ///
    /// @param target path below the base URL, or an absolute URL; sent as it stands
    /// @param query parameters that are percent-encoded and appended
    /// @param headers in place of, or beside, the usual ones; JSON null takes one away
    /// @param raw whether it is written to the socket byte for byte, instead of by a well-behaved HTTP client
    record Request(
            String method,
            String target,
            Map<String, ScimValue> query,
            Map<String, ScimValue> headers,
            TokenKind token,
            Body body,
            boolean raw) {}

    /// A request's body: none, a JSON tree, a text or bytes as they stand.
    sealed interface Body {
        enum None implements Body {
            NONE
        }

        record Json(ScimValue tree) implements Body {}

        record Text(String text) implements Body {}

        record Hex(String digits) implements Body {}
    }

    /// What must come back.
    ///
    /// @param statuses the statuses that are right; one, except where the RFC leaves a choice
    /// @param scimType the error's keyword
    /// @param detail a regular expression to be found in the error's detail
    /// @param empty whether there must be no body
    record Expectation(
            List<Integer> statuses,
            Map<String, ScimValue> headers,
            @Nullable ScimValue body,
            @Nullable ScimValue scimType,
            @Nullable String detail,
            boolean empty) {}

    /// Steps that are run several times, each time with variables of their own.
    ///
    /// @param counter variable that counts from 1
    /// @param times how often, where there are no rows
    /// @param setting part of the system property `rollcall.scenarios.{setting}` that replaces `times`
    /// @param rows the members of each are variables of one run
    /// @param parallel how many runs at once
    /// @param within the time in which all must be done
    record Repeat(
            String counter,
            int times,
            @Nullable String setting,
            List<SequencedMap<String, ScimValue>> rows,
            int parallel,
            @Nullable Duration within,
            List<Step> steps)
            implements Step {}

    /// A pause, as a client makes it that is told to.
    ///
    /// @param seconds how long, where a variable can stand
    record Wait(ScimValue seconds) implements Step {}

    /// Which provisioning events a resource has, oldest first.
    record Events(String resource, List<String> kinds) implements Step {}
}
