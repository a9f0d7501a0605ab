package dev.rollcall.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rollcall.scim.tolerance.ConformanceMode;
import dev.rollcall.scim.tolerance.Tolerance;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import jakarta.ws.rs.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.SharedSessionContract;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath("target/classes");

    private static final String DATABASE = "dev.rollcall.database..";
    private static final String SQL = "dev.rollcall.sql..";
    private static final String TOLERANCE = "dev.rollcall.scim.tolerance..";
    private static final String PROTOCOL = "dev.rollcall.scim.protocol..";

    /// The core.
    private static final String[] PLAIN_JAVA = {
        "dev.rollcall.scim.schema..",
        "dev.rollcall.scim.filter..",
        "dev.rollcall.scim.patch..",
        "dev.rollcall.scim.projection..",
        "dev.rollcall.scim.error..",
        "dev.rollcall.scim.tolerance.."
    };

    private static final Set<String> SYSTEM_TIME =
            Set.of("now", "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "currentTimeMillis");

    @Test
    void theCoreIsPlainJavaAndKnowsNothingElseOfOurs() {
        classes()
                .that(resideInAnyPackage(PLAIN_JAVA))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PLAIN_JAVA).or(resideInAnyPackage("java..", "org.jspecify..")))
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycles() {
        // A package is a slice: scim as one would be in a cycle, security → organization → schema.
        slices().matching("dev.rollcall.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void nothingDependsOnTheProgramThatStartsEverything() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.rollcall")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.rollcall")
                .check(MAIN);
    }

    @Test
    void whoChecksTheStartKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("dev.rollcall.startup..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.rollcall..")
                        .and(resideInAPackage("dev.rollcall.startup..").negate()))
                .because("every room may check its settings with it")
                .check(MAIN);
    }

    @Test
    void tokensServeEveryDoorAndKnowNone() {
        noClasses()
                .that()
                .resideInAPackage("dev.rollcall.token..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.rollcall.scim..")
                .check(MAIN);
    }

    @Test
    void onlyWhoReadsAndWritesMessagesKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PROTOCOL, "dev.rollcall.api.body..", "dev.rollcall.api.change..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("SCIM has ScimValue, and the management API records")
                .check(MAIN);
    }

    @Test
    void theEmbeddedDatabaseKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage(DATABASE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.eclipse.microprofile..")
                .because("it runs before Quarkus does")
                .check(MAIN);
    }

    @Test
    void onlySqlAndRepositoriesReachTheDatabase() {
        noClasses()
                .that(resideInAPackage(SQL)
                        .or(simpleNameEndingWith("Repository"))
                        .negate())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(SharedSessionContract.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DataSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DriverManager.class)
                .check(MAIN);
    }

    @Test
    void entitiesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .check(MAIN);
    }

    @Test
    void onlyTolerancesAndTheSettingsOfAConnectionKnowTheConformanceModes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        TOLERANCE, "dev.rollcall.connection..", "dev.rollcall.command..", "dev.rollcall.firstrun..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ConformanceMode.class)
                .because("everything else asks what the request is forgiven")
                .check(MAIN);
    }

    @Test
    void everyToleranceIsAskedSomewhere() {
        var asked = MAIN
                .that(resideInAnyPackage(TOLERANCE, "dev.rollcall.connection..").negate())
                .stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .map(JavaAccess::getTarget)
                .filter(field -> field.getOwner().isEquivalentTo(Tolerance.class))
                .map(HasName::getName)
                .collect(Collectors.toSet());

        assertThat(Tolerance.values())
                .extracting(Tolerance::name)
                .filteredOn(name -> !asked.contains(name))
                .isEmpty();
    }

    @Test
    void endpointsAreNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Endpoint")
                .check(MAIN);
    }

    @Test
    void endpointsTouchNoEntities() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Endpoint")
                .should()
                .dependOnClassesThat(annotatedWith(Entity.class).or(annotatedWith(MappedSuperclass.class)))
                .check(MAIN);
    }

    @Test
    void accessIsDecidedInOnePlaceAndNotByAnnotations() {
        var security = describe(
                "a security annotation",
                (JavaAnnotation<?> annotation) -> resideInAnyPackage(
                                "jakarta.annotation.security", "io.quarkus.security")
                        .test(annotation.getRawType()));
        noClasses()
                .should()
                .beAnnotatedWith(security)
                .because("ScimAccess decides, also for paths that have no endpoint")
                .check(MAIN);
        noMethods().should().beAnnotatedWith(security).check(MAIN);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields().should().beAnnotatedWith(Inject.class).check(MAIN);
    }

    @Test
    void timeIsReadFromTheInjectedClock() {
        noClasses()
                // The embedded database waits for a process before there is anything that could inject a clock.
                .that(resideInAPackage(DATABASE)
                        .or(describe("the clock", type -> type.getSimpleName().equals("SystemClock")))
                        .negate())
                .should()
                .accessTargetWhere(readsTheSystemsTime())
                .orShould()
                .callConstructor(Date.class)
                .check(MAIN);
    }

    @Test
    void nothingSecretOrUniqueComesFromAPredictableGenerator() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("java.util.Random", type -> type.isEquivalentTo(Random.class)))
                .orShould()
                .callMethod(Math.class, "random")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheSystemsTime() {
        return describe("the system's time is read", access -> {
            var owner = access.getTargetOwner();
            return (owner.getPackageName().equals("java.time") || owner.isEquivalentTo(System.class))
                    && access.getTarget() instanceof CodeUnitAccessTarget target
                    && SYSTEM_TIME.contains(target.getName())
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        });
    }
}
