package dev.rollcall.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesManifestsTest {
    private static final String NAME = "rollcall";

    private final Deployment deployment = Manifests.only(Deployment.class);
    private final Job migration = Manifests.only(Job.class);
    private final Map<String, String> settings = Manifests.only(ConfigMap.class).getData();

    static Stream<Path> files() {
        return Manifests.files().stream();
    }

    static Stream<PodTemplateSpec> pods() {
        return Stream.of(
                Manifests.only(Deployment.class).getSpec().getTemplate(),
                Manifests.only(Job.class).getSpec().getTemplate());
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasOnlyFieldsOfTheKubernetesApi(Path file) {
        var document = Manifests.read(file);

        assertThat(document.getMetadata().getName()).startsWith(NAME);
        assertThat(document.getMetadata().getLabels()).containsEntry("app.kubernetes.io/name", NAME);
        assertThat(document.getMetadata().getNamespace()).isEqualTo(document instanceof Namespace ? null : NAME);
    }

    @Test
    void refusesWhatTheApiServerWouldRefuse() {
        var head = "apiVersion: v1\nkind: ConfigMap\n";

        assertThatThrownBy(() -> Manifests.parse(head + "dada: {}")).isInstanceOf(UnrecognizedPropertyException.class);
        assertThatThrownBy(() -> Manifests.parse(head + "data: {key: true}"))
                .isInstanceOf(InvalidFormatException.class);
        assertThatThrownBy(() -> Manifests.parse(head + "immutable: \"true\""))
                .isInstanceOf(MismatchedInputException.class);
        assertThatThrownBy(() -> Manifests.parse(head + "data: {}\ndata: {}")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void namesExistingFiles(Path kustomization) {
        var tree = Manifests.tree(kustomization);

        assertThat(Stream.of("resources", "components")
                        .flatMap(list -> tree.path(list).valueStream()))
                .allSatisfy(resource -> assertThat(kustomization.resolveSibling(resource.asText()))
                        .exists());
    }

    static Stream<Path> kustomizations() {
        return Manifests.kustomizations().stream();
    }

    @Test
    void isAppliedInFullButForTheExample() {
        var applied = Manifests.kustomizations().stream()
                .flatMap(file -> Manifests.tree(file)
                        .path("resources")
                        .valueStream()
                        .map(resource -> file.resolveSibling(resource.asText()).normalize()))
                .filter(Files::isRegularFile)
                .toList();

        assertThat(applied)
                .containsExactlyInAnyOrderElementsOf(Manifests.files().stream()
                        .filter(file -> !file.endsWith("ingress.example.yaml"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void meetsTheRestrictedPodSecurityStandard(PodTemplateSpec pod) {
        var context = pod.getSpec().getSecurityContext();
        assertThat(context.getRunAsNonRoot()).isTrue();
        assertThat(context.getRunAsUser()).isEqualTo(ContainerFiles.USER);
        assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");

        assertThat(pod.getSpec().getContainers()).allSatisfy(container -> {
            var security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getPrivileged()).isNull();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isEmpty();
        });
        assertThat(Manifests.only(Namespace.class).getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void hasNoTokenOfTheCluster(PodTemplateSpec pod) {
        var account = Manifests.only(ServiceAccount.class);

        assertThat(pod.getSpec().getServiceAccountName())
                .isEqualTo(account.getMetadata().getName());
        assertThat(pod.getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(account.getAutomountServiceAccountToken()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void hasTheMemoryItAsksForAndNoMore(PodTemplateSpec pod) {
        var resources = only(pod).getResources();

        assertThat(resources.getRequests()).containsKeys("cpu", "memory", "ephemeral-storage");
        assertThat(resources.getLimits()).containsKeys("memory", "ephemeral-storage");
        assertThat(resources.getLimits())
                .containsEntry("memory", resources.getRequests().get("memory"));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void writesOnlyToATemporaryFolder(PodTemplateSpec pod) {
        assertThat(only(pod).getVolumeMounts())
                .singleElement()
                .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
        assertThat(pod.getSpec().getVolumes())
                .singleElement()
                .satisfies(volume ->
                        assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void takesTheDatabaseAndTheKeysFromASecretEachAndTheRestFromTheConfigMap(PodTemplateSpec pod) {
        var container = only(pod);

        assertThat(container.getEnvFrom())
                .singleElement()
                .satisfies(source -> assertThat(source.getConfigMapRef().getName())
                        .isEqualTo(Manifests.only(ConfigMap.class).getMetadata().getName()));
        assertThat(container.getEnv().stream()
                        .collect(Collectors.toMap(EnvVar::getName, KubernetesManifestsTest::secret)))
                .isEqualTo(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "rollcall-database/url",
                        "QUARKUS_DATASOURCE_USERNAME", "rollcall-database/username",
                        "QUARKUS_DATASOURCE_PASSWORD", "rollcall-database/password",
                        "ROLLCALL_KEYS_ENCRYPTION_KEY", "rollcall-keys/encryption-key",
                        "ROLLCALL_KEYS_PREVIOUS_ENCRYPTION_KEYS", "rollcall-keys/previous-encryption-keys"));
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().startsWith("ROLLCALL_KEYS_"))
                .allSatisfy(variable -> assertThat(
                                variable.getValueFrom().getSecretKeyRef().getOptional())
                        .isTrue());
        assertThat(Manifests.files().stream().map(Manifests::read)).noneMatch(Secret.class::isInstance);
    }

    @Test
    void setsOnlyDocumentedVariables() throws IOException {
        var documented = Files.readString(Path.of("docs/configuration.md"));

        assertThat(settings.keySet())
                .allSatisfy(variable -> assertThat(documented).contains("`" + variable + "`"));
        assertThat(settings.keySet()).noneMatch(variable -> variable.matches(".*(PASSWORD|TOKEN|SECRET).*"));
    }

    @Test
    void asksTheServiceForItsHealth() {
        var container = only(deployment.getSpec().getTemplate());

        assertThat(path(container, Container::getStartupProbe)).isEqualTo("/q/health/started");
        assertThat(path(container, Container::getLivenessProbe)).isEqualTo("/q/health/live");
        assertThat(path(container, Container::getReadinessProbe)).isEqualTo("/q/health/ready");
    }

    @Test
    void listensWhereTheServiceDoes() throws IOException {
        var application = applicationProperties();
        var port = Integer.parseInt(application.getProperty("quarkus.http.port", "8080"));
        var container = only(deployment.getSpec().getTemplate());

        assertThat(container.getPorts()).singleElement().satisfies(declared -> {
            assertThat(declared.getName()).isEqualTo("http");
            assertThat(declared.getContainerPort()).isEqualTo(port);
        });
        assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsEntry("prometheus.io/port", String.valueOf(port));
        assertThat(application.stringPropertyNames())
                .as("what would move health and metrics elsewhere")
                .doesNotContain(
                        "quarkus.management.enabled",
                        "quarkus.http.root-path",
                        "quarkus.http.non-application-root-path",
                        "quarkus.smallrye-health.root-path",
                        "quarkus.micrometer.export.prometheus.path");
        assertThat(ContainerFiles.all())
                .allSatisfy(file -> assertThat(file.lines()).contains("EXPOSE " + port));
    }

    @Test
    void leavesTimeToEnd() {
        var pod = deployment.getSpec().getTemplate();
        var pause = only(pod).getLifecycle().getPreStop().getSleep().getSeconds();
        var timeout = Duration.parse("PT" + settings.get("QUARKUS_SHUTDOWN_TIMEOUT"));

        assertThat(pod.getSpec().getTerminationGracePeriodSeconds())
                .isGreaterThanOrEqualTo(pause + timeout.toSeconds() + 10);
    }

    @Test
    void neverHasFewerReplicasThanTwo() {
        var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
        assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
        assertThat(deployment.getSpec().getReplicas()).as("the autoscaler's").isNull();

        var autoscaler = Manifests.only(HorizontalPodAutoscaler.class).getSpec();
        assertThat(autoscaler.getMinReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(autoscaler.getMaxReplicas()).isGreaterThan(autoscaler.getMinReplicas());
        assertThat(autoscaler.getScaleTargetRef().getKind()).isEqualTo(deployment.getKind());
        assertThat(autoscaler.getScaleTargetRef().getApiVersion()).isEqualTo(deployment.getApiVersion());
        assertThat(autoscaler.getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
    }

    @Test
    void selectsTheReplicasAndNotTheMigration() {
        var selectors = List.of(
                deployment.getSpec().getSelector().getMatchLabels(),
                Manifests.only(Service.class).getSpec().getSelector(),
                Manifests.only(PodDisruptionBudget.class)
                        .getSpec()
                        .getSelector()
                        .getMatchLabels());

        assertThat(selectors).allSatisfy(selector -> {
            assertThat(labels(deployment.getSpec().getTemplate())).containsAllEntriesOf(selector);
            assertThat(labels(migration.getSpec().getTemplate()).entrySet())
                    .doesNotContainSequence(selector.entrySet());
        });
        assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .hasSize(2)
                .allSatisfy(spread -> assertThat(spread.getLabelSelector().getMatchLabels())
                        .isEqualTo(deployment.getSpec().getSelector().getMatchLabels()));
    }

    @ParameterizedTest
    @MethodSource("pods")
    void isUnderTheNetworkPolicy(PodTemplateSpec pod) {
        var policy = Manifests.only(NetworkPolicy.class).getSpec();

        assertThat(labels(pod)).containsAllEntriesOf(policy.getPodSelector().getMatchLabels());
        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
    }

    @Test
    void migratesInTheJobAlone() {
        assertThat(settings).containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        assertThat(only(migration.getSpec().getTemplate()).getArgs()).containsExactly("migrate");
        assertThat(migration.getSpec().getTemplate().getSpec().getRestartPolicy())
                .isEqualTo("Never");
    }

    @Test
    void runsOneImageEverywhere() {
        var image = Manifests.tree(Manifests.FOLDER.resolve("image/kustomization.yaml"))
                .path("images")
                .path(0);

        assertThat(pods().map(pod -> only(pod).getImage()))
                .containsOnly(image.path("name").asText());
        assertThat(image.path("newTag").asText()).isNotEmpty().isNotEqualTo("latest");
    }

    @Test
    void publishesScimOnly() {
        var rule = Manifests.only(Ingress.class).getSpec().getRules().getFirst();

        assertThat(rule.getHttp().getPaths()).singleElement().satisfies(path -> {
            assertThat(path.getPath()).isEqualTo("/scim/v2");
            assertThat(path.getBackend().getService().getName())
                    .isEqualTo(Manifests.only(Service.class).getMetadata().getName());
        });
        assertThat(settings).containsEntry("ROLLCALL_PUBLIC_URL", "https://" + rule.getHost());
    }

    private static Container only(PodTemplateSpec pod) {
        assertThat(pod.getSpec().getContainers()).hasSize(1);
        return pod.getSpec().getContainers().getFirst();
    }

    private static Map<String, String> labels(PodTemplateSpec pod) {
        return pod.getMetadata().getLabels();
    }

    private static String path(Container container, Function<Container, Probe> probe) {
        var request = probe.apply(container).getHttpGet();
        assertThat(request.getPort().getStrVal()).isEqualTo("http");
        return request.getPath();
    }

    private static String secret(EnvVar variable) {
        var reference = variable.getValueFrom().getSecretKeyRef();
        return reference.getName() + "/" + reference.getKey();
    }

    private static Properties applicationProperties() throws IOException {
        var properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }
}
