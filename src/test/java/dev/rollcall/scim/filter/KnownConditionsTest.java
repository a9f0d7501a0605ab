package dev.rollcall.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.testing.EveryType;
import dev.rollcall.scim.testing.RandomFilters;
import dev.rollcall.scim.testing.RandomUsers;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownConditionsTest {
    private static final ResourceType TYPE = EveryType.USER;
    private static final KnownConditions KNOWN = new KnownConditions(TYPE);

    @Test
    void whatIsLeftIsMetByTheSameResources() {
        var random = new Random(3421);
        var generator = new RandomUsers(TYPE, random);
        var users = Stream.generate(() -> generator.resource().representation("https://example.com/scim/v2"))
                .limit(30)
                .toList();
        var filters = new RandomFilters(TYPE, random, users);
        var resolver = new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT));
        for (var i = 0; i < 2_000; i++) {
            var condition = resolver.resolve(filters.next());
            var rest = KNOWN.without(condition);
            assertThat(users)
                    .allSatisfy(user -> assertThat(FilterEvaluator.matches(rest, user))
                            .isEqualTo(FilterEvaluator.matches(condition, user)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta.resourceType eq \"Group\"",
                "meta.resourceType eq \"user\"",
                "not (meta.resourceType eq \"User\")",
                "meta.resourceType ne \"User\"",
                "meta.resourceType sw \"G\" and title pr",
                "title pr and (meta.resourceType eq \"Group\" or schemas eq \"urn:example:nope\")",
                "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:Group\"",
                "nope pr",
                "nope eq 5 or nope.a gt \"x\"",
                "title pr and nope[a eq 5]",
                "not (nope ne \"x\")",
                "nope ne null"
            })
    void aTypeThatCannotMatchIsKnown(String filter) {
        assertThat(rest(filter)).isEqualTo(Condition.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta.resourceType eq \"User\"",
                "meta.resourceType co \"se\" or title pr",
                "not (meta.resourceType eq \"Group\")",
                "nope ne \"x\"",
                "nope eq null",
                "not (nope pr)"
            })
    void whatAllResourcesOfATypeMeetIsKnown(String filter) {
        assertThat(rest(filter)).isEqualTo(Condition.ALL);
    }

    private static Condition rest(String filter) {
        var resolver =
                new FilterResolver(TYPE, Tolerances.of(ConformanceMode.STRICT), FilterResolver.Unknown.WITHOUT_VALUE);
        return KNOWN.without(resolver.resolve(FilterParser.parse(filter, Tolerances.of(ConformanceMode.STRICT))));
    }
}
