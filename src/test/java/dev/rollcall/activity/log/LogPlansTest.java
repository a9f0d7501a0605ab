package dev.rollcall.activity.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.activity.Result;
import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a page looks through, it finds in an index and in the order of the index, whatever is asked for.
@QuarkusTest
class LogPlansTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Instant TIME = Instant.parse("2030-01-31T12:00:00Z");

    private static final UUID BEHIND =
            ResourceIds.fromBytes(Times.first(TIME.plusMillis(500).toEpochMilli()));

    private final Sql sql;

    LogPlansTest(Sql sql) {
        this.sql = sql;
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(LogFilter.of(ID), "provisioning_event_page"),
                Arguments.of(filter(Set.of(), null, null, null), "provisioning_event_page"),
                Arguments.of(filter(Set.of(Result.REFUSED), null, null, null), "provisioning_event_kind"),
                Arguments.of(filter(Set.of(Result.REFUSED, Result.CREATED), null, ID, null), "provisioning_event_kind"),
                Arguments.of(filter(Set.of(Result.REFUSED), ID, null, null), "provisioning_event_resource"),
                Arguments.of(filter(Set.of(), null, ID, null), "provisioning_event_connection"),
                Arguments.of(filter(Set.of(), null, null, "ann"), "provisioning_event_name"));
    }

    private static LogFilter filter(
            Set<Result> results, @Nullable UUID resource, @Nullable UUID connection, @Nullable String search) {
        return new LogFilter(ID, TIME, TIME.plusSeconds(1), results, resource, connection, ID, 409, search);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void theIndexHasItAllInOrder(LogFilter filter, String index) {
        var lanes = Lanes.of(filter, List.of("ann", "anna"));
        var plan = sql.query(
                SqlText.of("EXPLAIN ").followedBy(LogSql.end(filter, lanes, BEHIND, 2_000)),
                row -> row.getString("table") + " " + row.getString("key") + " " + row.getString("Extra"));

        assertThat(plan.stream().filter(line -> line.startsWith("provisioning_event")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("provisioning_event " + index + " "))
                .allMatch(line -> line.contains("Using index"))
                .noneMatch(line -> line.contains("filesort") || line.contains("temporary"));
    }
}
