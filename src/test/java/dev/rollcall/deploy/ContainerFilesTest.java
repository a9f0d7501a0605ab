package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.deploy.ContainerFiles.ContainerFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContainerFilesTest {
    static Stream<ContainerFile> files() {
        return ContainerFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void buildsOnAnImageOfANamedVersion(ContainerFile file) {
        var stages = file.all("FROM").stream()
                .filter(from -> from.contains(" AS "))
                .map(from -> from.substring(from.indexOf(" AS ") + 4))
                .toList();

        assertThat(file.all("FROM"))
                .map(from -> from.split(" ", -1)[0])
                .filteredOn(image -> !stages.contains(image))
                .isNotEmpty()
                .allMatch(image -> image.matches("[a-z-]+:[0-9].*"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void runsAsAUserWithoutRights(ContainerFile file) {
        assertThat(file.all("USER")).singleElement().isEqualTo(ContainerFiles.USER + ":" + ContainerFiles.USER);
    }

    @ParameterizedTest
    @MethodSource("files")
    void startsTheServiceItselfAndNoShell(ContainerFile file) {
        assertThat(file.all("CMD")).isEmpty();
        assertThat(file.all("ENTRYPOINT"))
                .singleElement()
                .asString()
                .matches("\\[(\"(java|-[^\"]+|/rollcall/[a-z.-]+)\"(, )?)+]");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isBuiltWithoutTheEmbeddedDatabase(ContainerFile file) {
        assertThat(file.lines())
                .filteredOn(line -> line.startsWith("#") && line.contains("./mvnw package"))
                .singleElement()
                .asString()
                .contains("-Dembedded-db=false");
    }

    @ParameterizedTest
    @MethodSource("files")
    void copiesOnlyWhatReachesTheEngine(ContainerFile file) throws IOException {
        var allowed = Files.readAllLines(Path.of(".dockerignore"));

        assertThat(allowed).contains("*");
        assertThat(sources(file))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(allowed).contains("!" + source.replace("rollcall-*", "*")));
    }

    private static List<String> sources(ContainerFile file) {
        return file.all("COPY").stream()
                .filter(copy -> !copy.contains("--from="))
                .map(copy -> copy.replaceAll("--\\S+ ", "").split(" ", -1)[0])
                .toList();
    }
}
