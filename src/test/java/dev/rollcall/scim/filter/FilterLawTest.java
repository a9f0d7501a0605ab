package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.conformance.Proves;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.RandomUsers;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilterLawTest {
    private static final long SEED = 7644;
    private static final int FILTERS = 2_000;
    private static final ResourceType TYPE = EveryType.USER;

    private final RandomGenerator random = new Random(SEED);
    private final List<ScimValue.Complex> users = users();
    private final RandomFilters filters = new RandomFilters(TYPE, random, users);

    private List<ScimValue.Complex> users() {
        var generator = new RandomUsers(TYPE, random);
        return Stream.generate(() -> generator.resource().representation("https://example.com/scim/v2"))
                .limit(30)
                .toList();
    }

    @Test
    @Proves("FI-001")
    void whatIsPrintedParsesToTheSameTree() {
        for (var i = 0; i < FILTERS; i++) {
            var filter = filters.next();
            assertThat(FilterParser.parse(filter.toString(), Tolerances.of(ConformanceMode.STRICT)))
                    .isEqualTo(filter);
        }
    }

    @Test
    void strictFiltersMeanTheSameInCompatibleMode() {
        var strict = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT));
        var compatible = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.COMPATIBLE));
        for (var i = 0; i < FILTERS; i++) {
            var text = filters.next().toString();
            assertThat(keys(compatible.resolve(FilterParser.parse(text, Tolerances.of(ConformanceMode.COMPATIBLE)))))
                    .isEqualTo(keys(strict.resolve(FilterParser.parse(text, Tolerances.of(ConformanceMode.STRICT)))));
        }
    }

    /// Without the operands: a number may be held in another scale.
    private static List<String> keys(Condition condition) {
        return switch (condition) {
            case Condition.And(var operands) ->
                operands.stream().flatMap(operand -> keys(operand).stream()).toList();
            case Condition.Or(var operands) ->
                operands.stream().flatMap(operand -> keys(operand).stream()).toList();
            case Condition.Not(var operand) -> keys(operand);
            case Condition.Present(var path) -> List.of(path.toString());
            case Condition.Compare compare -> List.of(compare.attribute() + " " + compare.op() + " " + compare.key());
            case Condition.ElementMatches matches -> keys(matches.condition());
        };
    }

    @Test
    void everyFilterOrItsOppositeHolds() {
        var resolver = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT));
        var matched = 0;
        for (var i = 0; i < FILTERS; i++) {
            var filter = filters.next();
            var condition = resolver.resolve(filter);
            var opposite = resolver.resolve(new Filter.Not(filter));
            for (var user : users) {
                var matches = FilterEvaluator.matches(condition, user);
                assertThat(FilterEvaluator.matches(opposite, user)).isNotEqualTo(matches);
                matched += matches ? 1 : 0;
            }
        }
        // Filters that always or never match would prove nothing.
        assertThat(matched).isBetween(FILTERS * users.size() / 5, FILTERS * users.size() * 4 / 5);
    }
}
