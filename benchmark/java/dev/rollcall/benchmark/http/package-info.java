/// How fast the service answers over HTTP, beside a bare application that runs the same SQL on the same database
/// (`benchmark/ceiling`). Start with {@link dev.rollcall.benchmark.http.HttpBenchmark}.
@NullMarked
package dev.rollcall.benchmark.http;

import org.jspecify.annotations.NullMarked;
