package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.SchemaFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One simple value that an add or a replace holds, with the names that lead to it in a resource: those of its
/// path without filters, and those of the objects around it. URNs are read however they are joined to a name.
record SentLeaf(List<String> names, String text) {
    private static final String OWN = "urn:acme:x:User";
    private static final List<String> URNS =
            List.of(SchemaFixtures.CORE, SchemaFixtures.ENTERPRISE, SchemaFixtures.BADGE, OWN);

    /// Those of a PATCH body.
    static List<SentLeaf> of(ScimValue.Complex body) {
        var leaves = new ArrayList<SentLeaf>();
        for (var element : ElementList.of(body.find("Operations"))) {
            var operation = (ScimValue.Complex) element;
            if (!ScimValue.of("remove").equals(operation.find("op"))) {
                var path = operation.find("path") instanceof ScimValue.Text(var text) ? names(text) : List.<String>of();
                collect(path, operation.find("value"), leaves);
            }
        }
        return leaves;
    }

    private static void collect(List<String> names, @Nullable ScimValue value, List<SentLeaf> leaves) {
        switch (value) {
            case ScimValue.Complex(var members) ->
                members.forEach((name, member) -> collect(
                        Stream.concat(names.stream(), names(name).stream()).toList(), member, leaves));
            case ScimValue.MultiValued(var elements) -> elements.forEach(element -> collect(names, element, leaves));
            case ScimValue.Null _ -> {}
            case null -> {}
            case ScimValue simple -> leaves.add(new SentLeaf(names, text(simple)));
        }
    }

    private static List<String> names(String notation) {
        var path = notation.replaceAll("\\[[^]]*]", "");
        for (var urn : URNS) {
            if (path.regionMatches(true, 0, urn, 0, urn.length())) {
                var names = new ArrayList<>(urn.equals(SchemaFixtures.CORE) ? List.<String>of() : List.of(urn));
                if (path.length() > urn.length()) {
                    names.addAll(List.of(path.substring(urn.length() + 1).split("\\.")));
                }
                return names;
            }
        }
        return path.startsWith("urn:") ? List.of(path) : List.of(path.split("\\."));
    }

    private static String text(ScimValue value) {
        return switch (value) {
            case ScimValue.Text(var text) -> text;
            case ScimValue.Bool(var bool) -> Boolean.toString(bool);
            case ScimValue.Numeric(var number) -> number.toPlainString();
            case ScimValue.Null _, ScimValue.MultiValued _, ScimValue.Complex _ -> "";
        };
    }

    /// Whether the resource has this value there; under a URN of the client's own, anywhere.
    boolean isIn(ScimValue.Complex resource) {
        return isOwn()
                ? resource.members().entrySet().stream()
                        .filter(member -> member.getKey().startsWith(OWN))
                        .anyMatch(member -> found(member.getValue(), List.of()).anyMatch(text::equalsIgnoreCase))
                : found(resource, names).anyMatch(text::equalsIgnoreCase);
    }

    private static Stream<String> found(ScimValue value, List<String> names) {
        return switch (value) {
            case ScimValue.MultiValued(var elements) -> elements.stream().flatMap(element -> found(element, names));
            case ScimValue.Complex(var members) ->
                members.entrySet().stream()
                        .filter(member -> names.isEmpty() || member.getKey().equalsIgnoreCase(names.getFirst()))
                        .flatMap(member ->
                                found(member.getValue(), names.isEmpty() ? names : names.subList(1, names.size())));
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ ->
                names.isEmpty() ? Stream.of(text(value)) : Stream.empty();
        };
    }

    /// Whether it is under a URN of the client's own.
    boolean isOwn() {
        return names.getFirst().equals(OWN);
    }

    /// The notation of the attribute; empty where the names are too many for one.
    Optional<AttributePath> path() {
        var uri = names.getFirst().startsWith("urn:") ? names.getFirst() : null;
        var rest = uri == null ? names : names.subList(1, names.size());
        return rest.isEmpty() || rest.size() > 2
                ? Optional.empty()
                : Optional.of(new AttributePath(uri, rest.getFirst(), rest.size() == 2 ? rest.getLast() : null));
    }
}
