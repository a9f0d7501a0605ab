import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Measures, for each variant of the service in turn and in interleaved rounds: the time from the start of the process to the first
/// answered SCIM request, the resident memory right after it, and the resident memory after a burst of reads. Linux only.
///
/// Usage: `java benchmark/StartUp.java ROUNDS TOKEN NAME=COMMAND...` with the database in the environment, as for the service.
void main(String[] arguments) throws Exception {
    var rounds = Integer.parseInt(arguments[0]);
    var token = arguments[1];
    var variants = new LinkedHashMap<String, List<String>>();
    for (var argument : List.of(arguments).subList(2, arguments.length)) {
        var name = argument.substring(0, argument.indexOf('='));
        variants.put(name, List.of(argument.substring(name.length() + 1).split(" ")));
    }
    var results = new LinkedHashMap<String, List<Sample>>();
    for (var round = 0; round <= rounds; round++) {
        for (var variant : variants.entrySet()) {
            var sample = measure(variant.getValue(), token);
            // The first round warms the disk cache.
            if (round > 0) {
                results.computeIfAbsent(variant.getKey(), _ -> new ArrayList<>()).add(sample);
            }
        }
    }
    IO.println("| variant | first answer, median (min–max) ms | RSS after it MiB | RSS after load MiB |");
    IO.println("|---|---|---|---|");
    results.forEach((name, samples) -> IO.println("| %s | %s | %d | %d |".formatted(
            name, spread(samples), median(samples.stream().mapToLong(Sample::idle).toArray()),
            median(samples.stream().mapToLong(Sample::loaded).toArray()))));
}

record Sample(long millis, long idle, long loaded) {}

static final int LOAD_REQUESTS = 5_000;
static final String REQUEST = "GET /scim/v2/Users/0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n";

static Sample measure(List<String> command, String token) throws Exception {
    var port = freePort();
    var builder = new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    var begin = System.nanoTime();
    var process = builder.start();
    try {
        while (!answers(port, token, 1)) {
            if (!process.isAlive() || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(60)) {
                throw new IllegalStateException("no answer from " + command);
            }
            Thread.sleep(1);
        }
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        var idle = residentMebibytes(process.pid());
        answers(port, token, LOAD_REQUESTS);
        return new Sample(millis, idle, residentMebibytes(process.pid()));
    } finally {
        process.destroy();
        process.waitFor();
    }
}

/// Sends requests on one connection; true where each was answered with 404, as an unknown user is.
static boolean answers(int port, String token, int requests) {
    try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
        socket.setSoTimeout(10_000);
        var request = REQUEST.formatted(token).getBytes(StandardCharsets.US_ASCII);
        var answer = new byte[8192];
        for (var i = 0; i < requests; i++) {
            socket.getOutputStream().write(request);
            var read = socket.getInputStream().read(answer);
            if (read < 12 || !new String(answer, 0, 12, StandardCharsets.US_ASCII).equals("HTTP/1.1 404")) {
                return false;
            }
        }
        return true;
    } catch (IOException _) {
        return false;
    }
}

static long residentMebibytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElseThrow();
}

static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
        return socket.getLocalPort();
    }
}

static String spread(List<Sample> samples) {
    var millis = samples.stream().mapToLong(Sample::millis).sorted().toArray();
    return "%d (%d–%d)".formatted(median(millis), millis[0], millis[millis.length - 1]);
}

static long median(long[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
}
