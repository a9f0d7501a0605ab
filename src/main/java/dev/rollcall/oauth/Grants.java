package dev.rollcall.oauth;

import dev.rollcall.connection.credential.Credential;
import dev.rollcall.connection.credential.CredentialStatus;
import dev.rollcall.connection.credential.CredentialUse;
import dev.rollcall.connection.credential.Credentials;
import dev.rollcall.connection.credential.Scope;
import dev.rollcall.digest.SecretHash;
import dev.rollcall.sql.DatabaseFailure;
import dev.rollcall.sql.UnavailableException;
import dev.rollcall.token.AccessToken;
import dev.rollcall.token.AccessTokenIssuer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Decides who is given a token. A client of a connection that is paused, or of an organization whose plan does not
/// include SCIM, gets one: the requests that it makes with it are refused with a sentence that says why, where the
/// identity provider shows it.
@ApplicationScoped
class Grants {
    private static final Logger LOG = Logger.getLogger(Grants.class);

    private final Credentials credentials;
    private final AccessTokenIssuer issuer;
    private final ClientAttempts attempts;
    private final Clock clock;

    Grants(Credentials credentials, AccessTokenIssuer issuer, ClientAttempts attempts, Clock clock) {
        this.credentials = credentials;
        this.issuer = issuer;
        this.attempts = attempts;
        this.clock = clock;
    }

    /// A token for the client.
    ///
    /// @throws OAuthException if it gets none
    /// @throws TooManyAttemptsException if its secret was wrong too often
    /// @throws UnavailableException where the database is away
    AccessToken grant(ClientProof proof, Form form, CredentialUse use) {
        try {
            var client = authenticated(proof, use);
            requireKnownGrant(form);
            var token = issuer.issue(client, scopes(form, client));
            noteUse(client, use);
            return token;
        } catch (OAuthException | TooManyAttemptsException refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw DatabaseFailure.of(failure);
        }
    }

    private Credential authenticated(ClientProof proof, CredentialUse use) {
        var id = id(proof.clientId()).orElseThrow(OAuthException::invalidClient);
        var key = new ClientAttempts.Key(id, use.address());
        attempts.require(key);
        var client = credentials
                .client(id)
                .filter(status -> status.tokenHash().equals(SecretHash.of(proof.secret())))
                .map(CredentialStatus::credential)
                .filter(credential -> credential.isLive(clock.instant()));
        if (client.isEmpty()) {
            attempts.noteFailure(key);
            LOG.infof("No token for client %s: unknown, wrong secret, expired or revoked", id);
            throw OAuthException.invalidClient();
        }
        attempts.noteSuccess(key);
        return client.get();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static void requireKnownGrant(Form form) {
        var grant = form.find("grant_type")
                .orElseThrow(() -> OAuthException.invalidRequest("The parameter grant_type is missing."));
        if (!grant.equals(TokenEndpoint.CLIENT_CREDENTIALS)) {
            throw new OAuthException(
                    OAuthError.UNSUPPORTED_GRANT_TYPE,
                    "The only grant type here is " + TokenEndpoint.CLIENT_CREDENTIALS + ".");
        }
    }

    /// Those that are asked for, or all of the client where none is.
    private static Set<Scope> scopes(Form form, Credential client) {
        var wanted = form.find("scope");
        if (wanted.isEmpty()) {
            return client.scopes();
        }
        var scopes = EnumSet.noneOf(Scope.class);
        for (var text : wanted.get().split(" ", -1)) {
            scopes.add(Scope.of(text)
                    .filter(client.scopes()::contains)
                    .orElseThrow(() -> new OAuthException(
                            OAuthError.INVALID_SCOPE,
                            "This client may have the scopes " + Scope.format(client.scopes()) + " and no other.")));
        }
        return scopes;
    }

    private void noteUse(Credential client, CredentialUse use) {
        try {
            credentials.noteUse(client.organizationId(), client.id(), use);
        } catch (RuntimeException e) {
            // Nothing but the display of the last use depends on it.
            LOG.debugf(e, "The use of client %s is not noted", client.id());
        }
    }
}
