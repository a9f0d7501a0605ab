package dev.rollcall.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rollcall.scim.bulk.BulkOrder.Step;
import dev.rollcall.scim.conformance.Proves;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Proves({"BU-012", "BU-013"})
class BulkOrderTest {

    static Stream<Arguments> graphs() {
        return Stream.of(
                arguments("no references", refs(of(), of(), of()), steps(alone(0), alone(1), alone(2))),
                arguments("backward references", refs(of(), of(0), of(0, 1)), steps(alone(0), alone(1), alone(2))),
                arguments("forward: what is referred to comes first", refs(of(2), of(), of()), steps(2, 0, 1)),
                arguments("forward: two in their own order", refs(of(1, 3), of(), of(), of()), steps(1, 3, 0, 2)),
                arguments("a chain forward", refs(of(1), of(2), of(3), of()), steps(3, 2, 1, 0)),
                arguments("to itself", refs(of(), of(1), of()), steps(alone(0), circle(1), alone(2))),
                arguments("two in a circle", refs(of(1), of(0)), steps(circle(0, 1))),
                arguments("three in a circle, backward", refs(of(2), of(0), of(1)), steps(circle(0, 1, 2))),
                arguments("a circle and its user", refs(of(1), of(2), of(1)), steps(circle(1, 2), alone(0))),
                arguments("a circle that needs another", refs(of(1, 2), of(0), of()), steps(alone(2), circle(0, 1))),
                arguments(
                        "two circles with a way between",
                        refs(of(3), of(0), of(1), of(2, 4), of(5), of(4)),
                        steps(circle(4, 5), circle(0, 1, 2, 3))),
                arguments(
                        "an eight: two circles with one in common",
                        refs(of(1), of(0, 2), of(1)),
                        steps(circle(0, 1, 2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void orders(String name, List<List<Integer>> references, List<Step> expected) {
        assertThat(BulkOrder.of(references)).as(name).isEqualTo(expected);
    }

    @Test
    void aVeryLongChainNeedsNoStack() {
        var size = 200_000;
        var chain = IntStream.range(0, size)
                .mapToObj(i -> i + 1 < size ? List.of(i + 1) : List.<Integer>of())
                .toList();
        var circle =
                IntStream.range(0, size).mapToObj(i -> List.of((i + 1) % size)).toList();

        assertThat(BulkOrder.of(chain)).hasSize(size).first().isEqualTo(new Step(List.of(size - 1), false));
        assertThat(BulkOrder.of(circle))
                .singleElement()
                .satisfies(step -> assertThat(step.operations()).hasSize(size));
    }

    @RepeatedTest(200)
    void whatIsReferredToComesFirstAndCirclesAreWhole(RepetitionInfo run) {
        var references = random(new Random(run.getCurrentRepetition()));
        var reach = reachable(references);
        var steps = BulkOrder.of(references);

        assertThat(steps.stream().flatMap(step -> step.operations().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, references.size()).boxed().toList());
        var done = new HashSet<Integer>();
        for (var step : steps) {
            done.addAll(step.operations());
            for (int operation : step.operations()) {
                assertThat(done).containsAll(references.get(operation));
                var circle = IntStream.range(0, references.size())
                        .filter(other -> other == operation || (reach[operation][other] && reach[other][operation]))
                        .boxed()
                        .toList();
                assertThat(step.operations()).isEqualTo(circle);
                assertThat(step.circular()).isEqualTo(reach[operation][operation]);
            }
        }
    }

    private static List<List<Integer>> random(Random random) {
        var size = 1 + random.nextInt(12);
        var density = random.nextDouble() / 3;
        var references = new ArrayList<List<Integer>>();
        for (var i = 0; i < size; i++) {
            references.add(IntStream.range(0, size)
                    .filter(_ -> random.nextDouble() < density)
                    .boxed()
                    .toList());
        }
        return references;
    }

    private static boolean[][] reachable(List<List<Integer>> references) {
        var size = references.size();
        var reach = new boolean[size][size];
        for (var from = 0; from < size; from++) {
            for (var to : references.get(from)) {
                reach[from][to] = true;
            }
        }
        for (var by = 0; by < size; by++) {
            for (var from = 0; from < size; from++) {
                for (var to = 0; to < size; to++) {
                    reach[from][to] |= reach[from][by] && reach[by][to];
                }
            }
        }
        return reach;
    }

    private static int[] of(int... targets) {
        return targets;
    }

    private static List<List<Integer>> refs(int[]... references) {
        return Arrays.stream(references)
                .map(targets -> IntStream.of(targets).boxed().toList())
                .toList();
    }

    private static Step alone(int operation) {
        return new Step(List.of(operation), false);
    }

    private static Step circle(Integer... operations) {
        return new Step(List.of(operations), true);
    }

    private static List<Step> steps(Step... steps) {
        return List.of(steps);
    }

    private static List<Step> steps(int... alone) {
        return IntStream.of(alone).mapToObj(BulkOrderTest::alone).toList();
    }
}
