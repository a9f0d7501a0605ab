package dev.rollcall.benchmark.micro;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.filter.FilterResolver;
import dev.rollcall.scim.persistence.AttributeBindings;
import dev.rollcall.scim.persistence.FilterTranslator;
import dev.rollcall.scim.tolerance.Tolerances;
import dev.rollcall.scim.user.CapturedUsers;
import dev.rollcall.sql.SqlText;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From a filter's tree to SQL: names resolved in the schema, operators checked, columns found.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterTranslatorBenchmark {
    private static final UUID ORGANIZATION = new UUID(1, 1);

    /// The text behind the tree.
    @Param({
        "userName eq \"bjensen@example.com\"",
        "emails[type eq \"work\" and value co \"@example.com\"] or "
                + "not (active eq false and meta.lastModified gt \"2026-01-01T00:00:00Z\")"
    })
    public String filter = "";

    private final AttributeBindings bindings = CapturedUsers.bindings(Fixture.USER);
    private Filter tree = FilterParser.parse("id pr", Tolerances.of(Fixture.MODE));

    /// Parses the text, which is not measured.
    @Setup
    public void parse() {
        tree = FilterParser.parse(filter, Tolerances.of(Fixture.MODE));
    }

    /// Resolves and translates.
    @Benchmark
    public SqlText translate() {
        var condition = new FilterResolver(Fixture.USER, Tolerances.of(Fixture.MODE)).resolve(tree);
        return new FilterTranslator(bindings, ORGANIZATION, Fixture.BASE_URI).translate(condition);
    }
}
