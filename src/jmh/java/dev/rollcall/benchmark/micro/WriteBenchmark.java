package dev.rollcall.benchmark.micro;

import dev.rollcall.scim.persistence.SearchDocument;
import dev.rollcall.scim.protocol.JsonWriter;
import dev.rollcall.scim.schema.ResourceReader;
import dev.rollcall.scim.schema.ResourceReader.Incoming;
import dev.rollcall.scim.schema.SchemaValidator;
import dev.rollcall.scim.schema.ScimResource;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What every write of a user pays besides the database.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WriteBenchmark {
    private final ScimValue.Complex body = Fixture.body();
    private final ScimResource user = Fixture.user();

    /// From the body to the attributes, through the schema.
    @Benchmark
    public Incoming readThroughSchema() {
        return new ResourceReader(Fixture.USER, Tolerances.of(Fixture.MODE)).read(body);
    }

    /// The check of a new user against the schema.
    @Benchmark
    public ScimResource validate() {
        new SchemaValidator(Fixture.USER).checkCreated(user.attributes());
        return user;
    }

    /// The search document as it is stored.
    @Benchmark
    public String searchDocument() {
        return JsonWriter.text(SearchDocument.of(user));
    }

    /// The document as it is stored.
    @Benchmark
    public String document() {
        return JsonWriter.text(user.attributes());
    }
}
