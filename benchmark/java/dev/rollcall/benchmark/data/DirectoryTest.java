package dev.rollcall.benchmark.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Organizations of different sizes have to be alike, or their answers are of different sizes, too.
class DirectoryTest {
    private static final double MEMBERSHIPS = 1.7;
    private static final double INDIRECT = 0.45;

    @ParameterizedTest
    @ValueSource(ints = {1_000, 10_000, 100_000, 1_000_000})
    void aUserIsInAsManyGroupsAtAnySize(int users) {
        var directory = new Directory(1, "sized", users);
        var direct = IntStream.range(0, directory.groups())
                .mapToLong(directory::size)
                .sum();
        var indirect = IntStream.range(0, directory.groups())
                .flatMap(directory::nested)
                .mapToLong(directory::size)
                .sum();

        assertThat((double) direct / users).isCloseTo(MEMBERSHIPS, within(0.1));
        assertThat((double) indirect / users).isCloseTo(INDIRECT, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 300, 1_000, 100_000, 1_000_000})
    void groupZeroIsTheLargestAndEveryMemberIsThereOnce(int users) {
        var directory = new Directory(1, "sized", users);
        for (var group = 0; group < Math.min(20, directory.groups()); group++) {
            var members = directory.members(group).boxed().toList();
            assertThat(directory.size(group)).isBetween(1, directory.size(0));
            assertThat(members).hasSize(directory.size(group)).allMatch(number -> number < users);
            assertThat(new HashSet<>(members)).hasSameSizeAs(members);
        }
    }
}
