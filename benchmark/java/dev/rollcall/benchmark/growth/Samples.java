package dev.rollcall.benchmark.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// What one request cost in one organization, round by round.
final class Samples {
    private final List<long[]> rounds = new ArrayList<>();

    void add(long[] nanos) {
        rounds.add(nanos);
    }

    int count() {
        return rounds.stream().mapToInt(round -> round.length).sum();
    }

    /// The time below which a share of the samples stays, in milliseconds.
    double quantile(double share) {
        var sorted = rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    /// The median over all rounds of how this one's median stands to the base's: what slows a whole round down
    /// slows both.
    OptionalDouble ratio(Samples base) {
        var ratios = new double[Math.min(rounds.size(), base.rounds.size())];
        for (var i = 0; i < ratios.length; i++) {
            ratios[i] = (double) median(rounds.get(i)) / median(base.rounds.get(i));
        }
        Arrays.sort(ratios);
        return ratios.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ratios[ratios.length / 2]);
    }

    private static long median(long[] round) {
        var sorted = round.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
