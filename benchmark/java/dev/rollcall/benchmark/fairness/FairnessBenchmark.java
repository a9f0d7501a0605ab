package dev.rollcall.benchmark.fairness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Measures how long one organization waits for a user while another asks for much, and writes `fairness.csv`:
/// `FairnessBenchmark ROUNDS SECONDS CONNECTIONS RESULT-FILE JDBC-URL ASKING TOKEN QUIET TOKEN NAME=BASE-URL...`, where
/// ASKING and QUIET are names of organizations. User and password of the database come from the environment.
public final class FairnessBenchmark {
    private static final int FIXED = 9;
    private static final int MEMBERS = 100_000;
    private static final String NAME = "Everybody at " + System.currentTimeMillis();
    private static final long SETTLING_MILLIS = 1500;
    private static final List<List<String>> LOADS = List.of(
            List.of(),
            List.of("scan"),
            List.of("bulk"),
            List.of("replace"),
            List.of("slow"),
            List.of("scan", "bulk", "replace", "slow"));

    private final int rounds;
    private final int seconds;
    private final int connections;
    private final String askingToken;
    private final String quietToken;
    private final List<String[]> targets;
    private final List<String> quietUsers;
    private final List<String> members;
    private final List<byte[]> replacements;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StringBuilder csv = new StringBuilder(
            "load,target,round,requests,median ms,p99 ms,max ms,5xx,asking served,asking 429," + "asking 5xx\n");

    private FairnessBenchmark(String[] arguments) throws SQLException {
        rounds = Integer.parseInt(arguments[0]);
        seconds = Integer.parseInt(arguments[1]);
        connections = Integer.parseInt(arguments[2]);
        askingToken = arguments[6];
        quietToken = arguments[8];
        targets = Arrays.stream(arguments)
                .skip(FIXED)
                .map(target -> target.split("=", 2))
                .toList();
        quietUsers = ids(arguments[4], arguments[7], 500);
        members = ids(arguments[4], arguments[5], MEMBERS);
        replacements = List.of(group(members), group(members.subList(1000, members.size())));
    }

    /// Runs the command.
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var benchmark = new FairnessBenchmark(arguments);
        benchmark.measure();
        Files.writeString(Path.of(arguments[3]), benchmark.csv);
    }

    private static List<String> ids(String url, String organization, int most) throws SQLException {
        var ids = new ArrayList<String>();
        try (var database = DriverManager.getConnection(
                        url,
                        System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                        System.getenv("QUARKUS_DATASOURCE_PASSWORD"));
                var query = database.prepareStatement("SELECT LOWER(HEX(u.id)) FROM scim_user u JOIN organization o"
                        + " ON o.id = u.organization_id WHERE o.name = ? AND u.active ORDER BY u.id LIMIT ?")) {
            query.setString(1, organization);
            query.setInt(2, most);
            var row = query.executeQuery();
            while (row.next()) {
                ids.add(row.getString(1).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
            }
        }
        return ids;
    }

    private static byte[] group(List<String> members) {
        return ("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + NAME + "\","
                        + "\"members\":["
                        + members.stream()
                                .map(id -> "{\"value\":\"" + id + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void measure() throws IOException, InterruptedException {
        var group = large(URI.create(targets.getFirst()[1]));
        for (var target : targets) {
            quiet(URI.create(target[1]), 10);
        }
        for (var round = 1; round <= rounds; round++) {
            for (var load : LOADS) {
                for (var target : round % 2 == 0 ? targets.reversed() : targets) {
                    under(load, target, round, group);
                }
            }
        }
    }

    private String large(URI base) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(base + "/Groups?attributes=id"))
                        .header("Authorization", "Bearer " + askingToken)
                        .header("Content-Type", "application/scim+json")
                        .POST(BodyPublishers.ofByteArray(replacements.getFirst()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private void under(List<String> load, String[] target, int round, String group)
            throws IOException, InterruptedException {
        var base = URI.create(target[1]);
        var loads = new Loads(base, askingToken, group, replacements);
        for (var one : load) {
            loads.begin(one, connections);
        }
        Thread.sleep(SETTLING_MILLIS);
        var times = quiet(base, seconds);
        var came = loads.end();
        var line = String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%.2f,%.2f,%.2f,%d,%d,%d,%d",
                load.isEmpty() ? "alone" : load.size() > 1 ? "all" : load.getFirst(),
                target[0],
                round,
                times.millis.size(),
                times.at(0.5),
                times.at(0.99),
                times.at(1),
                times.failed,
                answered(came, 2),
                came.getOrDefault(429, 0),
                answered(came, 5));
        System.err.println(line + " " + came);
        csv.append(line).append('\n');
        Thread.sleep(SETTLING_MILLIS);
    }

    private static int answered(Map<Integer, Integer> came, int hundreds) {
        return came.entrySet().stream()
                .filter(entry -> entry.getKey() / 100 == hundreds)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static final class Times {
        private final List<Double> millis = new ArrayList<>();
        private int failed;

        private double at(double part) {
            var sorted = millis.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * part));
        }
    }

    /// Reads users one after the other, and pauses between them as a client does that has other things to do.
    private Times quiet(URI base, int seconds) throws IOException, InterruptedException {
        var times = new Times();
        var random = new Random(1);
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            var id = quietUsers.get(random.nextInt(quietUsers.size()));
            var begun = System.nanoTime();
            var status = http.send(
                            HttpRequest.newBuilder(URI.create(base + "/Users/" + id))
                                    .header("Authorization", "Bearer " + quietToken)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            times.millis.add((System.nanoTime() - begun) / 1e6);
            times.failed += status == 200 ? 0 : 1;
            Thread.sleep(10);
        }
        return times;
    }
}
