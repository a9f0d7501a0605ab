package dev.rollcall.benchmark.micro;

import dev.rollcall.scim.projection.Projection;
import dev.rollcall.scim.projection.Projector;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// From a held user to what a client is shown, for several `attributes` parameters.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProjectionBenchmark {
    /// The `attributes` of the request; nothing for all.
    @Param({"", "userName,emails.value,active"})
    public String attributes = "";

    private final ScimResource user = Fixture.user();

    /// Projects as every answer does.
    @Benchmark
    public ScimValue.Complex project() {
        var projection = Projection.parse(attributes.isEmpty() ? null : attributes, null);
        return new Projector(Fixture.USER, projection).apply(user.representation(Fixture.BASE_URI));
    }
}
