package dev.rollcall.command;

import dev.rollcall.scim.schema.EditDistance;
import dev.rollcall.scim.tolerance.Tolerance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a tolerance as settings or as code write it: `time-zone` or `TIME_ZONE`.
final class ToleranceName implements ITypeConverter<Tolerance> {
    private static final int SHOWN = 3;

    @Override
    public Tolerance convert(String text) {
        var keyword = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(Tolerance.values())
                .filter(tolerance -> tolerance.keyword().equals(keyword))
                .findFirst()
                .orElseThrow(() -> unknown(text, keyword));
    }

    private static TypeConversionException unknown(String text, String keyword) {
        ToIntFunction<String> distance = known -> known.contains(keyword) ? 0 : EditDistance.between(known, keyword);
        var near = Arrays.stream(Tolerance.values())
                .map(Tolerance::keyword)
                .sorted(Comparator.comparingInt(distance))
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        return new TypeConversionException("'" + text + "' is not a tolerance. The nearest names are " + near
                + "; 'rollcall connection tolerances ORGANIZATION CONNECTION' lists all");
    }
}
