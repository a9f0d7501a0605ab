import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Packs the page for the service: page, libraries, and each file once more compressed. All of it stands in a folder that
/// is named by a hash of everything, so that it can be kept for ever and imports can stay relative. Run by the build:
/// `java Pack.java PAGE LIBRARIES TARGET`.
class Pack {
    private static final Pattern IMPORT = Pattern.compile("(?<![\\w\"'])((?:from|import) ?)([\"'])([@\\w][^\"'./]*(?:/[^\"']*)?)\\2");
    private static final Pattern SOURCE_MAP = Pattern.compile("\n?//# sourceMappingURL=.*|/\\*# sourceMappingURL=.*?\\*/");
    private static final int VERSION_LENGTH = 16;

    private Pack() {}

    static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
        var files = new TreeMap<String, String>();
        read(Path.of(arguments[0]), "", files);
        read(Path.of(arguments[1]), "lib/", files);
        files.replaceAll((path, text) -> path.endsWith(".js") ? relative(path, text) : text);
        files.replaceAll((path, text) -> SOURCE_MAP.matcher(text).replaceAll(""));
        var version = version(files);
        files.computeIfPresent(
                "index.html", (_, text) -> text.replace("{modules}", modules(files)).replace("{version}", version));
        write(Path.of(arguments[2]), version, files);
    }

    private static void read(Path folder, String prefix, Map<String, String> files) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                var name = folder.relativize(path).toString().replace('\\', '/');
                files.put(prefix + name, Files.readString(path));
            }
        }
    }

    /// Libraries import each other by names, which a browser can only follow with a map.
    private static String relative(String path, String text) {
        return IMPORT.matcher(text).replaceAll(found -> found.group(1) + "'" + up(path) + library(found.group(3)) + "'");
    }

    private static String up(String path) {
        var depth = path.chars().filter(letter -> letter == '/').count();
        return depth == 0 ? "./" : "../".repeat((int) depth);
    }

    private static String library(String name) {
        return switch (name) {
            case "lit" -> "lib/lit/index.js";
            case "lit-html" -> "lib/lit-html/lit-html.js";
            case "lit-element" -> "lib/lit-element/index.js";
            case "@lit/reactive-element" -> "lib/reactive-element/reactive-element.js";
            default -> "lib/" + name.replace("@lit/", "");
        };
    }

    /// All modules at once, so that a browser need not read one to learn of the next. Of languages, it takes the one it needs.
    private static String modules(Map<String, String> files) {
        return files.keySet().stream()
                .filter(path -> path.endsWith(".js") && (!path.startsWith("texts/") || path.equals("texts/en.js")))
                .map(path -> "<link rel=\"modulepreload\" href=\"console/{version}/" + path + "\">")
                .collect(Collectors.joining("\n    "));
    }

    private static String version(Map<String, String> files) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        files.forEach((path, text) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_LENGTH);
    }

    private static void write(Path target, String version, Map<String, String> files) throws IOException {
        delete(target);
        List<String> index = new ArrayList<>(List.of(version));
        for (var file : files.entrySet()) {
            var bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            var path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            Files.write(path.resolveSibling(path.getFileName() + ".gz"), compressed(bytes));
            index.add(file.getKey());
        }
        Files.write(target.resolve("files.txt"), index);
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var paths = Files.walk(folder)) {
                for (var path : paths.sorted((left, right) -> right.compareTo(left)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
