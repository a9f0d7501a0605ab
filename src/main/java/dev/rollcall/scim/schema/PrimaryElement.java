package dev.rollcall.scim.schema;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Set;

/// The rule that at most one element of a multi-valued attribute is the primary one (RFC 7643 §2.4).
public final class PrimaryElement {
    private static final String PRIMARY = "primary";
    private static final ScimValue TRUE = ScimValue.of(true);

    private PrimaryElement() {}

    /// The elements with one primary at the most. Of several, where that is forgiven, the one of type `work`
    /// is kept, or else the first: PingOne marks both of two equal addresses.
    ///
    /// @throws ScimException `invalidValue` unless several are forgiven
    public static ScimValue.MultiValued single(
            ResolvedAttribute path, List<ScimValue> elements, Tolerances tolerances) {
        var primaries = elements.stream().filter(PrimaryElement::isPrimary).toList();
        if (!path.attribute().hasPrimary() || primaries.size() <= 1) {
            return new ScimValue.MultiValued(elements);
        }
        if (!tolerances.forgive(Tolerance.SEVERAL_PRIMARIES)) {
            throw ScimException.invalidValue(path.toString(), "has more than one element with primary=true: keep one");
        }
        var kept = primaries.stream().filter(PrimaryElement::isWork).findFirst().orElse(primaries.getFirst());
        return only(kept, elements);
    }

    /// Refuses several.
    ///
    /// @throws ScimException `invalidValue`
    static void refuseSeveral(ResolvedAttribute path, List<ScimValue> elements) {
        single(path, elements, Tolerances.of(Set.of()));
    }

    /// The elements with `kept`, which is one of them, as the only primary. Those that become equal are one.
    public static ScimValue.MultiValued only(ScimValue kept, List<ScimValue> elements) {
        return new ScimValue.MultiValued(elements.stream()
                .map(element -> element.equals(kept) || !isPrimary(element) ? element : demoted(element))
                .distinct()
                .toList());
    }

    /// True for an element that says `primary: true`.
    public static boolean isPrimary(ScimValue element) {
        return element instanceof ScimValue.Complex complex && TRUE.equals(complex.find(PRIMARY));
    }

    private static boolean isWork(ScimValue element) {
        return element instanceof ScimValue.Complex complex
                && ScimValue.of("work").equals(complex.find("type"));
    }

    private static ScimValue demoted(ScimValue element) {
        return ((ScimValue.Complex) element).with(PRIMARY, ScimValue.of(false));
    }
}
