package dev.rollcall.scim.tolerance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one request may be forgiven. Asking with {@link #forgive} also notes that the request needed it, so it is
/// asked last, once everything else says that the deviation is there. Belongs to one request, which one thread at
/// a time works on.
public final class Tolerances {
    private final Set<Tolerance> forgiven;
    private final EnumSet<Tolerance> noted = EnumSet.noneOf(Tolerance.class);
    private final @Nullable Tolerances whole;

    private Tolerances(Set<Tolerance> forgiven, @Nullable Tolerances whole) {
        this.forgiven = forgiven;
        this.whole = whole;
    }

    /// Those of a request on a connection that forgives these.
    public static Tolerances of(Set<Tolerance> forgiven) {
        return new Tolerances(Collections.unmodifiableSet(copy(forgiven)), null);
    }

    /// Those of a request on a connection that overrides nothing.
    public static Tolerances of(ConformanceMode mode) {
        return new Tolerances(mode.tolerances(), null);
    }

    /// The same for one part of the request, such as an operation of a bulk request: it notes for itself, and for
    /// the whole.
    public Tolerances part() {
        return new Tolerances(forgiven, this);
    }

    /// Whether the deviation is forgiven, and notes that it was there.
    public boolean forgive(Tolerance tolerance) {
        if (!allow(tolerance)) {
            return false;
        }
        note(tolerance);
        return true;
    }

    /// Whether the deviation would be forgiven, for what depends on it before it is met.
    public boolean allow(Tolerance tolerance) {
        return forgiven.contains(tolerance);
    }

    private void note(Tolerance tolerance) {
        noted.add(tolerance);
        if (whole != null) {
            whole.note(tolerance);
        }
    }

    /// What may be forgiven.
    public Set<Tolerance> forgiven() {
        return forgiven;
    }

    /// What was forgiven so far, in the order of the enum.
    public Set<Tolerance> noted() {
        return Collections.unmodifiableSet(copy(noted));
    }

    private static EnumSet<Tolerance> copy(Set<Tolerance> tolerances) {
        return tolerances.isEmpty() ? EnumSet.noneOf(Tolerance.class) : EnumSet.copyOf(tolerances);
    }
}
