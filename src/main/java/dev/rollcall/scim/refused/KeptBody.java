package dev.rollcall.scim.refused;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimValue;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is kept of the body of a refused call.
///
/// @param body without secrets
public record KeptBody(ScimValue.Complex body) {

    /// Reads what was kept; empty where of the body nothing was kept but that it was there.
    public static Optional<KeptBody> read(String text) {
        return JsonReader.read(text) instanceof ScimValue.Complex body && !isNote(body)
                ? Optional.of(new KeptBody(body))
                : Optional.empty();
    }

    // In the place of a body that was too large, or came with too many others.
    private static boolean isNote(ScimValue.Complex body) {
        return body.members().size() == 1 && body.members().containsKey("notKept");
    }

    /// Where it is not what was sent, because a secret was there or what could have been one: `password`,
    /// `Operations[0].value`; empty where it is all there.
    public Optional<String> redacted() {
        return redacted("", body).findFirst();
    }

    private static Stream<String> redacted(String path, ScimValue value) {
        return switch (value) {
            case ScimValue.Complex(var members) ->
                members.entrySet().stream()
                        .flatMap(member -> redacted(
                                path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
            case ScimValue.MultiValued(var elements) ->
                IntStream.range(0, elements.size())
                        .boxed()
                        .flatMap(place -> redacted(path + "[" + place + "]", elements.get(place)));
            case ScimValue.Text text when text.equals(Redaction.REDACTED) -> Stream.of(path);
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> Stream.empty();
        };
    }
}
