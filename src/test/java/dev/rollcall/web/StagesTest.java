package dev.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    private static final List<JavaClass> FILTERS = MAIN.stream()
            .filter(type -> type.isAssignableTo(ContainerRequestFilter.class))
            .sorted(Comparator.comparingInt(StagesTest::stage))
            .toList();

    @Test
    void comeOneAfterTheOther() {
        assertThat(List.of(
                        Stages.LOG,
                        Stages.SPELLING,
                        Stages.LEADING,
                        Stages.AUTHENTICATION,
                        Stages.THROTTLING,
                        Stages.FAIRNESS,
                        Stages.TARGET,
                        Stages.ACCESS))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Stages.class.getFields());
    }

    @Test
    void eachHasItsFilter() {
        assertThat(FILTERS)
                .extracting(JavaClass::getSimpleName)
                .containsExactly(
                        "RequestLog",
                        "PathNormalisation",
                        "ConfiguredPaths",
                        "ApiDoorFilter",
                        "BearerTokenFilter",
                        "ApiThrottlingFilter",
                        "ThrottlingFilter",
                        "FairnessFilter",
                        "ApiFairnessFilter",
                        "TargetFilter",
                        "ApiAccessFilter");
    }

    @Test
    void everyFilterNamesItsStageAndAllButTheLastComeBeforeRouting() {
        assertThat(FILTERS).allSatisfy(filter -> {
            assertThat(filter.isAnnotatedWith(PreMatching.class))
                    .as(filter.getName())
                    .isEqualTo(stage(filter) != Stages.ACCESS);
            assertThat(source(filter)).contains("\n@Priority(Stages.");
        });
    }

    @Test
    void noFilterIsAMethod() {
        assertThat(MAIN.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(ServerRequestFilter.class)))
                .isEmpty();
    }

    private static int stage(JavaClass filter) {
        return filter.getAnnotationOfType(Priority.class).value();
    }

    private static String source(JavaClass type) throws IOException {
        return Files.readString(
                Path.of("src", "main", "java").resolve(type.getName().replace('.', '/') + ".java"));
    }
}
