package dev.rollcall.benchmark.compare;

import dev.rollcall.benchmark.data.Directory;
import dev.rollcall.scim.protocol.JsonWriter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Users and groups by chance, whom requests are about. Those who are changed are not those who are replaced by
/// what they are.
final class Sample {
    private static final int SIZE = 20_000;

    private final Directory directory;
    private final Path folder;
    private final BitSet members = new BitSet();

    Sample(Directory directory, Path folder) {
        this.directory = directory;
        this.folder = folder;
        for (var group = 0; group < directory.groups(); group++) {
            directory.members(group).forEach(members::set);
        }
    }

    /// Writes what `benchmark/wrk/compare.lua` reads.
    void write(String token) throws IOException {
        write("token", List.of(token));
        write("members", users(members::get), this::id);
        write("loners", users(number -> !members.get(number)), this::id);
        var all = users(_ -> true);
        write("userNames", all, number -> quoted(directory.person(number).userName()));
        write("externalIds", all, number -> quoted(directory.person(number).externalId()));
        write("emails", all, number -> quoted(directory.person(number).email()));
        write("patched", users(number -> number % 2 == 0), this::id);
        var put = users(number -> number % 2 == 1);
        write("put", put, this::id);
        write("put-bodies", put, number -> JsonWriter.text(directory.user(number)));
        write(
                "groups",
                IntStream.range(0, directory.groups()).toArray(),
                number -> directory.groupId(number).toString());
        write("newcomer", List.of(newcomer()));
    }

    private String newcomer() {
        var person = directory.person(0);
        return JsonWriter.text(person.body())
                .replace(person.userName(), "@@@new.example")
                .replace(person.email(), "@@@mail.new.example")
                .replace(person.externalId(), "@@");
    }

    private int[] users(IntPredicate which) {
        return new SplittableRandom(directory.seed())
                .ints(0, directory.users())
                .filter(which)
                .limit(SIZE)
                .toArray();
    }

    private String id(int number) {
        return directory.userId(number).toString();
    }

    private static String quoted(String text) {
        return URLEncoder.encode('"' + text + '"', StandardCharsets.UTF_8);
    }

    private void write(String name, int[] numbers, IntFunction<String> line) throws IOException {
        write(name, IntStream.of(numbers).mapToObj(line).toList());
    }

    private void write(String name, List<String> lines) throws IOException {
        Files.write(folder.resolve(name), lines);
    }
}
