package dev.rollcall.api.testing;

import static io.restassured.RestAssured.given;

import dev.rollcall.security.OperatorScope;
import dev.rollcall.security.PersonAccess;
import dev.rollcall.security.operator.NewOperatorToken;
import dev.rollcall.security.operator.OperatorTokens;
import dev.rollcall.security.session.NewSession;
import dev.rollcall.security.session.Session;
import dev.rollcall.security.session.Sessions;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Gives a test those who may call the management API. To be injected into a `@QuarkusTest`.
@ApplicationScoped
public class Callers {
    private final OperatorTokens tokens;
    private final Sessions sessions;
    private final Sql sql;
    private final Map<String, String> begun = new ConcurrentHashMap<>();
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    Callers(OperatorTokens tokens, Sessions sessions, Sql sql) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.sql = sql;
    }

    /// The back end of the product.
    public RequestSpecification operator() {
        return with(token("backend", null, OperatorScope.values()));
    }

    /// A back end of one organization.
    public RequestSpecification operatorOf(UUID organization) {
        return with(token("One's back end", organization, OperatorScope.values()));
    }

    /// A back end that may do so much.
    public RequestSpecification operatorWith(OperatorScope... scopes) {
        return with(token("backend", null, scopes));
    }

    /// A back end that only reads.
    public RequestSpecification readOnlyOperator() {
        return operatorWith(OperatorScope.ADMIN_READ);
    }

    /// Somebody of the organization who is no admin.
    public RequestSpecification memberOf(UUID organization) {
        return person(organization, false);
    }

    /// Somebody without proof.
    public RequestSpecification nobody() {
        return given().contentType("application/json");
    }

    /// An org admin.
    public RequestSpecification admin(UUID organization) {
        return person(organization, true);
    }

    /// Somebody of an organization.
    public RequestSpecification person(UUID organization, boolean admin) {
        return given().cookie("rollcall-session", session(organization, admin))
                .header("X-Rollcall-Request", "1")
                .contentType("application/json");
    }

    /// The secret of a session, the same each time. That it was begun is not in the audit, which is about what a test
    /// does.
    public String session(UUID organization, boolean admin) {
        return begun.computeIfAbsent(organization + " " + admin, _ -> begin(organization, admin));
    }

    /// The secret of another session of an org admin.
    public String another(UUID organization) {
        return begin(organization, true);
    }

    private String begin(UUID organization, boolean admin) {
        var session = sessions.begin(new NewSession(
                organization,
                "barbara@example.com",
                "Barbara",
                admin ? PersonAccess.WRITE : PersonAccess.NONE,
                Session.Origin.LINK,
                null,
                null));
        sql.update(SqlText.of(
                "DELETE FROM audit_entry WHERE subject_id = ?",
                session.session().id().toString()));
        return session.secret();
    }

    private String token(String name, @Nullable UUID organization, OperatorScope... scopes) {
        return issued.computeIfAbsent(
                name + " " + organization + " " + Arrays.toString(scopes),
                _ -> tokens.issue(new NewOperatorToken(name, organization, Set.of(scopes), null))
                        .token());
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
