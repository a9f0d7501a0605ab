package dev.rollcall.benchmark.micro;

import dev.rollcall.scim.filter.Filter;
import dev.rollcall.scim.filter.FilterParser;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// From filter text to its tree: what provisioning clients ask for, and a filter with everything in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FilterParserBenchmark {
    /// The text that is parsed.
    @Param({
        "userName eq \"bjensen@example.com\"",
        "emails[type eq \"work\" and value co \"@example.com\"] or "
                + "not (active eq false and meta.lastModified gt \"2026-01-01T00:00:00Z\")"
    })
    public String filter = "";

    /// Parses in compatible mode, as most connections do.
    @Benchmark
    public Filter parse() {
        return FilterParser.parse(filter, Tolerances.of(ConformanceMode.COMPATIBLE));
    }
}
