package dev.rollcall.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
    private static final int ALL = 8;
    private static final int RESERVE = 4;
    private static final int MOST_WAITING = 6;

    private final Places<String> places = new Places<>(ALL, RESERVE, MOST_WAITING);

    @Test
    void onePartyAloneTakesAllButTheReserve() {
        var turns = ask("a", 6);

        assertThat(turns.subList(0, 4).stream().map(PlacesTest::outcome)).containsOnly(Outcome.TAKEN);
        assertThat(turns.subList(4, 6).stream().map(PlacesTest::outcome)).containsOnlyNulls();
        assertThat(places.most()).isEqualTo(4);
    }

    @Test
    void whoHoldsLittleFindsAPlaceAtOnceHoweverManyOfAnotherWait() {
        ask("a", 10);

        assertThat(ask("b", 3).stream().map(PlacesTest::outcome)).containsExactly(Outcome.TAKEN, Outcome.TAKEN, null);
        assertThat(outcome(places.ask("c", 1))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aPlaceThatBecomesFreeGoesToThePartyThatHoldsLeast() {
        var few = new Places<String>(4, 0, MOST_WAITING);
        var a = Stream.generate(() -> few.ask("a", 1)).limit(6).toList();
        var b = Stream.generate(() -> few.ask("b", 1)).limit(2).toList();

        a.get(0).leave();
        assertThat(outcome(b.get(0))).isEqualTo(Outcome.TAKEN);
        a.get(1).leave();
        assertThat(outcome(b.get(1))).isEqualTo(Outcome.TAKEN);
        assertThat(outcome(a.get(4))).isNull();
        a.get(2).leave();
        assertThat(outcome(a.get(4))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aPartyIsServedInTheOrderInWhichItAsked() {
        var turns = ask("a", 7);

        turns.get(3).leave();
        assertThat(turns.subList(4, 7).stream().map(PlacesTest::outcome)).containsExactly(Outcome.TAKEN, null, null);
        turns.get(5).withdraw();
        turns.get(0).leave();
        assertThat(outcome(turns.get(5))).isEqualTo(Outcome.WITHDRAWN);
        assertThat(outcome(turns.get(6))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void noMoreOfAPartyWaitThanMay() {
        var turns = ask("a", 4 + MOST_WAITING + 1);

        assertThat(outcome(turns.getLast())).isEqualTo(Outcome.FULL);
        assertThat(outcome(turns.get(4 + MOST_WAITING - 1))).isNull();
        assertThat(places.waiting()).isEqualTo(MOST_WAITING);
    }

    @Test
    void whoWaitedLongEnoughIsTakenOutOfTheLine() {
        var turns = ask("a", 6);

        turns.get(4).late();
        turns.get(0).late();

        assertThat(outcome(turns.get(4))).isEqualTo(Outcome.LATE);
        assertThat(outcome(turns.get(0))).isEqualTo(Outcome.TAKEN);
        turns.get(1).leave();
        assertThat(outcome(turns.get(5))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aPlaceIsGivenBackOnce() {
        var turn = places.ask("a", 3);

        turn.leave();
        turn.leave();
        turn.late();

        assertThat(places.taken()).isZero();
    }

    @Test
    void whoAsksForMoreThanThereAreGetsAllAndIsNotOvertakenMeanwhile() {
        var small = places.ask("a", 1);
        var large = places.ask("b", 2 * ALL);
        var next = places.ask("a", 1);

        assertThat(outcome(large)).isNull();
        assertThat(outcome(next)).isNull();
        next.withdraw();
        small.leave();
        assertThat(outcome(large)).isEqualTo(Outcome.TAKEN);
        assertThat(places.taken()).isEqualTo(ALL);
    }

    @Test
    void whatGrowsTakesAllWhereItsPartyHasNothingElse() {
        var body = places.ask("a", 3);
        var more = places.ask("a", 5, 3);

        assertThat(outcome(more)).isEqualTo(Outcome.TAKEN);
        more.leave();
        places.ask("a", 1);
        assertThat(outcome(places.ask("a", 3, 3))).isNull();
        body.leave();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensNoPlaceIsLostAndNobodyWaitsForAPlaceThatIsFree(long seed) {
        var random = new Random(seed);
        var open = new ArrayList<Map.Entry<String, Places<String>.Turn>>();
        for (var i = 0; i < 5_000; i++) {
            if (open.isEmpty() || random.nextInt(5) < 3) {
                var party = String.valueOf((char) ('a' + random.nextInt(5)));
                open.add(Map.entry(party, places.ask(party, 1)));
            } else {
                var turn = open.remove(random.nextInt(open.size())).getValue();
                switch (random.nextInt(4)) {
                    case 0 -> {
                        turn.late();
                        turn.leave();
                    }
                    case 1 -> {
                        turn.withdraw();
                        turn.leave();
                    }
                    default -> turn.leave();
                }
            }
            checkLaws(open);
        }
        open.forEach(turn -> turn.getValue().leave());
        assertThat(places.taken()).isZero();
        assertThat(places.waiting()).isZero();
    }

    private void checkLaws(List<Map.Entry<String, Places<String>.Turn>> open) {
        var held = new HashMap<String, Integer>();
        var waiting = new HashMap<String, Integer>();
        for (var turn : open) {
            var how = outcome(turn.getValue());
            if (how == Outcome.TAKEN) {
                held.merge(turn.getKey(), 1, Integer::sum);
            } else if (how == null) {
                waiting.merge(turn.getKey(), 1, Integer::sum);
            }
        }
        var taken = held.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(places.taken()).isEqualTo(taken).isLessThanOrEqualTo(ALL);
        assertThat(places.waiting())
                .isEqualTo(waiting.values().stream().mapToInt(Integer::intValue).sum());
        held.values().forEach(holds -> assertThat(holds).isLessThanOrEqualTo(places.most()));
        // Whoever waits could not have entered: nothing is free, or only what is for those that hold less.
        waiting.keySet().forEach(party -> {
            var holds = held.getOrDefault(party, 0);
            var free = ALL - taken;
            assertThat(free > 0 && (holds + 1 <= RESERVE / 2 || free > RESERVE)).isFalse();
        });
    }

    @Test
    void noPlaceIsLostBetweenThreads() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<CompletableFuture<Void>>();
            for (var i = 0; i < 2_000; i++) {
                var party = "party " + i % 7;
                work.add(CompletableFuture.runAsync(
                        () -> {
                            var turn = places.ask(party, 1);
                            if (turn.outcome().join() == Outcome.TAKEN) {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                inside.decrementAndGet();
                            }
                            turn.leave();
                        },
                        threads));
            }
            CompletableFuture.allOf(work.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(most.get()).isBetween(1, ALL);
        assertThat(places.taken()).isZero();
        assertThat(places.waiting()).isZero();
    }

    private List<Places<String>.Turn> ask(String party, int times) {
        var turns = new ArrayList<Places<String>.Turn>();
        for (var i = 0; i < times; i++) {
            turns.add(places.ask(party, 1));
        }
        return turns;
    }

    private static @Nullable Outcome outcome(Places<String>.Turn turn) {
        return turn.outcome().isDone() ? turn.outcome().join() : null;
    }
}
