package dev.rollcall.benchmark.micro;

import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ScimValue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Between JSON and the value tree, for a user of about one kilobyte.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {
    private final ScimValue.Complex user = Fixture.user().representation(Fixture.BASE_URI);
    private final byte[] json = JsonWriter.bytes(user);

    /// What a request body costs.
    @Benchmark
    public ScimValue read() {
        return JsonReader.read(json);
    }

    /// What an answer costs.
    @Benchmark
    public byte[] write() {
        return JsonWriter.bytes(user);
    }
}
