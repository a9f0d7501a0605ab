package dev.rollcall.scim.patch;

import dev.rollcall.scim.schema.CommonAttributes;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells which read-only values a client only sends back as it got them: Okta puts the `id` into the value of a
/// renaming, others whole resources, read a while ago.
///
/// @param representation the resource as the client sees it
/// @param replaces whether the value replaces others, as a whole resource does
record ReadOnlyEcho(ScimValue.Complex representation, boolean replaces, Tolerances tolerances) {
    /// True for a read-only value that is the current one or none, or that may be of an earlier time. The `id` of
    /// another resource is no such value.
    boolean covers(ResolvedAttribute path, ScimValue sent) {
        if (!path.attribute().isReadOnly() && !path.target().isReadOnly()) {
            return false;
        }
        return isEcho(sent, representation.find(path))
                || (replaces
                        && !path.attribute().equals(CommonAttributes.ID)
                        && tolerances.forgive(Tolerance.STALE_READ_ONLY));
    }

    /// True where `sent` is the current value, some elements or some members of it or of them, or no value at
    /// all.
    static boolean isEcho(ScimValue sent, @Nullable ScimValue current) {
        if (sent.isUnassigned()) {
            return true;
        }
        return switch (sent) {
            case ScimValue.Complex(var members) ->
                current instanceof ScimValue.Complex held
                        && members.entrySet().stream()
                                .allMatch(member -> isEcho(member.getValue(), member(held, member.getKey())));
            case ScimValue.MultiValued(var elements) ->
                current instanceof ScimValue.MultiValued(var held)
                        && elements.stream().allMatch(element -> held.stream().anyMatch(one -> isEcho(element, one)));
            case ScimValue.Text _, ScimValue.Bool _, ScimValue.Numeric _, ScimValue.Null _ -> sent.equals(current);
        };
    }

    private static @Nullable ScimValue member(ScimValue.Complex held, String name) {
        return held.members().entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
