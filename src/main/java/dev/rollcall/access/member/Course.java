package dev.rollcall.access.member;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The way on which a list looks for its members.
///
/// @param <P> a place on it
interface Course<P> {
    /// The next so many places behind this one; null for the first. Fewer than that only at the end.
    List<P> next(@Nullable P after, int limit);

    /// Who may stand there.
    UUID id(P place);

    /// Whether the member stands there in the list.
    boolean belongs(P place, Member member);

    /// The place as the position in a list.
    List<String> position(P place);

    /// The place that a position means; null for the beginning.
    @Nullable
    P place(List<String> position);
}
