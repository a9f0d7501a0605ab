package dev.rollcall.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A document with parts that are made anew, each between `<!-- NAME -->` and `<!-- end of NAME -->`.
final class Document {
    private final Path file;
    private String text;

    Document(Path file) throws IOException {
        this.file = file;
        this.text = Files.readString(file);
    }

    /// Puts `content` where the part is.
    void replace(String part, String content) {
        var open = "<!-- " + part + " -->\n";
        var close = "<!-- end of " + part + " -->";
        var from = text.indexOf(open);
        var to = text.indexOf(close);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no part " + part);
        }
        text = text.substring(0, from + open.length()) + content.strip() + "\n" + text.substring(to);
    }

    void save() throws IOException {
        Files.writeString(file, text);
    }
}
