package dev.rollcall.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.rollcall.api.testing.ManagementClient;
import dev.rollcall.scim.conformance.Database;
import dev.rollcall.scim.conformance.http.HttpCalls;
import dev.rollcall.testing.PackagedProgram;
import dev.rollcall.testing.PackagedService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The packaged service with what its first run has made, and a browser beside it: one of both for all tests.
final class Console implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final HttpCalls http = new HttpCalls();
    private final int port = PackagedProgram.freePort();
    private final PackagedService service;
    private final Playwright playwright;
    private final Browser browser;
    private final JsonObject firstRun;
    private final Path data;

    private Console() {
        try {
            var directory = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "console").toAbsolutePath()), "run");
            service = PackagedService.start(directory, Map.of("ROLLCALL_RATE_LIMITS_ENABLED", "false"), port);
            data = directory.resolve("data");
            var file = data.resolve("first-run.json");
            service.awaitUntil("first-run.json", () -> Files.exists(file));
            firstRun = new JsonObject(Files.readString(file));
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(ARGUMENTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return browser;
    }

    String origin() {
        return "http://localhost:" + port;
    }

    /// Its database, which tests fill where calls would take too long.
    Database database() {
        var settings = new Properties();
        try (var in = Files.newInputStream(data.resolve("database").resolve("connection.properties"))) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Database.of(
                settings.getProperty("jdbcUrl"), settings.getProperty("user"), settings.getProperty("password"));
    }

    /// All that the service has said.
    String output() {
        return service.output();
    }

    /// The link that the first run has printed.
    String printedLink() {
        return firstRun.getString("setUpLink");
    }

    /// Somebody with no proof.
    ManagementClient nobody() {
        return ManagementClient.nobody(http, origin());
    }

    /// The back end of the product.
    ManagementClient operator() {
        return nobody().bearer(firstRun.getString("operatorToken"));
    }

    /// A new organization that may be provisioned; its path below the origin.
    String organization(String name) {
        var made = ManagementClient.body(
                operator()
                        .post(
                                "/api/v1/organizations",
                                Map.of("name", name + " " + UUID.randomUUID(), "plan", "enterprise")),
                201);
        var path = "/api/v1/organizations/" + made.getString("id");
        ManagementClient.body(operator().patch(path + "/policies", Map.of("provisioningWithoutSso", true)), 200);
        return path;
    }

    /// A link for an admin of an organization.
    String link(String organization) {
        return link(organization, Map.of("email", "barbara@example.com", "name", "Barbara"));
    }

    /// A link for somebody who may look at everything and change nothing.
    String readOnlyLink(String organization) {
        return link(organization, Map.of("email", "auditor@example.com", "name", "Auditor", "readOnly", true));
    }

    private String link(String organization, Map<String, Object> wanted) {
        return ManagementClient.body(operator().post(organization + "/set-up-links", wanted), 201)
                .getString("url");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        http.close();
        service.close();
    }

    /// Gives tests the one console.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Console.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Console.class))
                    .computeIfAbsent("console", _ -> new Console(), Console.class);
        }
    }
}
