package dev.rollcall.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of the database's log, for an error message.
final class LogTail {

    private static final int LINES = 12;

    private LogTail() {}

    static String of(Path log) {
        var lines = lines(log);
        var complaints = lines.stream().filter(line -> !line.contains("[Note]")).toList();
        var shown = complaints.isEmpty() ? lines : complaints;
        return String.join(System.lineSeparator(), shown.subList(Math.max(0, shown.size() - LINES), shown.size()));
    }

    static boolean contains(Path log, String text) {
        return lines(log).stream().anyMatch(line -> line.contains(text));
    }

    private static List<String> lines(Path log) {
        try {
            // Latin-1 reads any bytes: a log may quote data in another encoding.
            return Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }
}
