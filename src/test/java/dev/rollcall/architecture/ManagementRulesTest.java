package dev.rollcall.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rollcall.api.body.RequestBody;
import dev.rollcall.api.change.ApiEndpoint;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

/// What nobody who adds an endpoint to the management API can forget.
class ManagementRulesTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    private static final DescribedPredicate<JavaClass> MANAGEMENT = DescribedPredicate.describe(
            "an endpoint below /api",
            type -> type.isAnnotatedWith(Path.class)
                    && type.getAnnotationOfType(Path.class).value().matches("/?api/.*"));

    private static final DescribedPredicate<JavaMethod> CHANGES = DescribedPredicate.describe(
            "a method that changes something",
            method -> List.of(DELETE.class, PATCH.class, POST.class, PUT.class).stream()
                    .anyMatch(method::isAnnotatedWith));

    @Test
    void whateverARequestChangesIsOneTransactionOfItsAuthor() {
        classes().that(MANAGEMENT).should().beAnnotatedWith(ApiEndpoint.class).check(MAIN);
    }

    @Test
    void theAnswerToAChangeCanBeKept() {
        methods()
                .that(CHANGES)
                .and()
                .areDeclaredInClassesThat(MANAGEMENT)
                .should()
                .haveRawReturnType(RestResponse.class)
                .check(MAIN);
    }

    @Test
    void everyBodyIsReadWithinBoundsAndChecked() {
        assertThat(MAIN.stream()
                        .filter(MANAGEMENT)
                        .flatMap(type -> type.getMethods().stream())
                        .filter(CHANGES)
                        .flatMap(method -> method.getParameters().stream())
                        .filter(parameter -> parameter.getAnnotations().isEmpty())
                        .map(JavaParameter::getRawType))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body.isAssignableTo(RequestBody.class))
                        .as(body.getName())
                        .isTrue());
    }

    @Test
    void aBodyHasNoPrimitives() {
        assertThat(MAIN.stream()
                        .filter(type -> type.isAssignableTo(RequestBody.class) && type.isRecord())
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isPrimitive()))
                .as("what is absent would be 0 or false")
                .isEmpty();
    }
}
