package dev.rollcall.connection;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is set for one connection alone, whatever its mode: which tolerances it forgives and which it refuses.
/// Written as words, `+country -url`: forgives the one, refuses the other.
///
/// @param forgiven true for a tolerance that is forgiven, false for one that is refused
/// @param unknown words of another version of the service: kept as they are, and without effect
public record ToleranceOverrides(Map<Tolerance, Boolean> forgiven, List<String> unknown) {
    /// None.
    public static final ToleranceOverrides NONE = new ToleranceOverrides(Map.of(), List.of());

    private static final Map<String, Tolerance> BY_KEYWORD =
            Arrays.stream(Tolerance.values()).collect(Collectors.toMap(Tolerance::keyword, Function.identity()));
    private static final String FORGIVE = "+";
    private static final String REFUSE = "-";

    public ToleranceOverrides {
        forgiven = Collections.unmodifiableMap(copy(forgiven));
        unknown = List.copyOf(unknown);
    }

    /// Reads what {@link #text} wrote, be it of another version of the service.
    public static ToleranceOverrides parse(String text) {
        var words = Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.partitioningBy(word -> tolerance(word) != null));
        var known = new EnumMap<Tolerance, Boolean>(Tolerance.class);
        for (var word : words.getOrDefault(true, List.of())) {
            var tolerance = tolerance(word);
            if (tolerance != null) {
                known.put(tolerance, word.startsWith(FORGIVE));
            }
        }
        return new ToleranceOverrides(known, words.getOrDefault(false, List.of()));
    }

    private static @Nullable Tolerance tolerance(String word) {
        return word.startsWith(FORGIVE) || word.startsWith(REFUSE) ? BY_KEYWORD.get(word.substring(1)) : null;
    }

    /// The words, in the order of the tolerances; empty where nothing is set.
    public String text() {
        return Stream.concat(
                        forgiven.entrySet().stream()
                                .map(set -> (set.getValue() ? FORGIVE : REFUSE)
                                        + set.getKey().keyword()),
                        unknown.stream())
                .collect(Collectors.joining(" "));
    }

    /// These, changed.
    ///
    /// @param forgive what is forgiven from now on
    /// @param refuse what is refused from now on
    /// @param byDefault what is left to the mode again
    /// @throws RefusedException if one tolerance is in two of them
    public ToleranceOverrides with(Set<Tolerance> forgive, Set<Tolerance> refuse, Set<Tolerance> byDefault) {
        for (var tolerance : Tolerance.values()) {
            if (Stream.of(forgive, refuse, byDefault)
                            .filter(all -> all.contains(tolerance))
                            .count()
                    > 1) {
                throw RefusedException.invalid("'" + tolerance.keyword()
                        + "' can be only one of forgiven, refused and left" + " to the default. Name it once.");
            }
        }
        var changed = copy(forgiven);
        forgive.forEach(tolerance -> changed.put(tolerance, true));
        refuse.forEach(tolerance -> changed.put(tolerance, false));
        byDefault.forEach(changed::remove);
        return new ToleranceOverrides(changed, unknown);
    }

    private static EnumMap<Tolerance, Boolean> copy(Map<Tolerance, Boolean> forgiven) {
        var copy = new EnumMap<Tolerance, Boolean>(Tolerance.class);
        copy.putAll(forgiven);
        return copy;
    }
}
