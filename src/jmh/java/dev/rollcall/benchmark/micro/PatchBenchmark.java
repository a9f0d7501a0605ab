package dev.rollcall.benchmark.micro;

import dev.rollcall.scim.patch.PatchEngine;
import dev.rollcall.scim.patch.PatchReader;
import dev.rollcall.scim.protocol.JsonReader;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From the body of a PATCH to the changed user.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PatchBenchmark {
    /// The one operation of the request.
    @Param({
        "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}",
        "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"other@example.com\"}",
        "{\"op\":\"replace\",\"value\":{\"title\":\"Other\",\"name\":{\"familyName\":\"Other\"}}}"
    })
    public String operation = "";

    private final ScimResource user = Fixture.user();
    private final ScimValue.Complex shown = user.representation(Fixture.BASE_URI);
    private ScimValue.Complex body = ScimValue.Complex.EMPTY;

    /// Reads the body, which is not measured.
    @Setup
    public void parse() {
        var text = "{\"schemas\":[\"" + PatchReader.PATCH_OP + "\"],\"Operations\":[" + operation + "]}";
        body = JsonReader.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads the operations and applies them.
    @Benchmark
    public ScimValue.Complex apply() {
        var operations = new PatchReader(Tolerances.of(Fixture.MODE)).read(body);
        return new PatchEngine(Fixture.USER, Tolerances.of(Fixture.MODE)).apply(user.attributes(), operations, shown);
    }
}
