package dev.rollcall.scim.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rollcall.connection.IdentityProvider;
import dev.rollcall.scim.tolerance.ConformanceMode;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.UUID;

/// Organizations, connections and tokens written into the database and signed with the service's own key, so
/// that a bad token can be wrong in one thing only.
public final class DatabaseTokens {
    private static final long YEAR_SECONDS = 31_536_000;

    private final Database database;

    /// Of a database on which the service has started at least once, so that there is a key to sign with.
    public DatabaseTokens(Database database) {
        this.database = database;
    }

    /// A new organization on the plan ENTERPRISE.
    public UUID organization() {
        return organization(UUID.randomUUID());
    }

    /// The organization with this identifier, which may be there already.
    public UUID organization(UUID id) {
        database.update(
                "INSERT IGNORE INTO organization (id, name, plan, created) VALUES (?, ?, 'ENTERPRISE', ?)",
                id,
                "Scenarios " + id,
                System.currentTimeMillis());
        return id;
    }

    /// A token that may read and write, of a new connection of the organization.
    public String issue(UUID organization, ConformanceMode mode) {
        return issue(organization, mode, IdentityProvider.PINGONE);
    }

    /// A token that may read and write, of a new connection of the organization with this label.
    String issue(UUID organization, ConformanceMode mode, IdentityProvider identityProvider) {
        var connection = UUID.randomUUID();
        var credential = UUID.randomUUID();
        var now = System.currentTimeMillis();
        var expires = now / 1_000 + YEAR_SECONDS;
        var claims = """
                {"iss":"rollcall","aud":"rollcall-scim","sub":"%s","org":"%s","jti":"%s","scope":"scim.read scim.write",\
                "iat":%d,"exp":%d}""".formatted(connection, organization, credential, now / 1_000, expires);
        var token = signed(claims);
        database.update(
                "INSERT INTO connection (id, organization_id, name, identity_provider, state, conformance_mode, created)"
                        + " VALUES (?, ?, ?, ?, 'ON', ?, ?)",
                connection,
                organization,
                "Scenarios " + connection,
                identityProvider.name(),
                mode.name(),
                now);
        database.update(
                "INSERT INTO credential (id, organization_id, connection_id, name, scope, token_hash, created, expires)"
                        + " VALUES (?, ?, ?, 'Scenarios', 'scim.read scim.write', ?, ?, ?)",
                credential,
                organization,
                connection,
                hash(token),
                now,
                expires * 1_000);
        return token;
    }

    /// The token with other claims, as if the service had issued it so.
    ///
    /// @param claims name to JSON value
    String reissued(String token, Map<String, String> claims) {
        var text = CompactToken.of(token).claimsText();
        for (var claim : claims.entrySet()) {
            text = text.replaceFirst(
                    "\"%s\":(\"[^\"]*\"|\\d+)".formatted(claim.getKey()),
                    "\"%s\":%s".formatted(claim.getKey(), claim.getValue()));
        }
        var changed = signed(text);
        database.update("UPDATE credential SET token_hash = ? WHERE id = ?", hash(changed), claim(token, "jti"));
        if (claims.containsKey("scope")) {
            database.update(
                    "UPDATE credential SET scope = ? WHERE id = ?",
                    claims.get("scope").replace("\"", ""),
                    claim(token, "jti"));
        }
        return changed;
    }

    String signedByAnotherKey(String token) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var changed =
                    signed(CompactToken.of(token), generator.generateKeyPair().getPrivate());
            database.update("UPDATE credential SET token_hash = ? WHERE id = ?", hash(changed), claim(token, "jti"));
            return changed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The token, which stands for a user from now on.
    String standingFor(UUID user, String token) {
        database.update("UPDATE credential SET user_id = ? WHERE id = ?", user, claim(token, "jti"));
        return token;
    }

    void revoke(String token) {
        database.update(
                "UPDATE credential SET revoked = ? WHERE id = ?", System.currentTimeMillis(), claim(token, "jti"));
    }

    void pause(String token) {
        database.update("UPDATE connection SET state = 'PAUSED' WHERE id = ?", claim(token, "sub"));
    }

    void downgrade(String token) {
        database.update("UPDATE organization SET plan = 'FREE' WHERE id = ?", claim(token, "org"));
    }

    private static UUID claim(String token, String name) {
        return UUID.fromString(
                CompactToken.of(token).claimsText().replaceFirst(".*\"%s\":\"([^\"]*)\".*".formatted(name), "$1"));
    }

    private String signed(String claims) {
        var keys = database.rows(
                "SELECT id, private_key FROM signing_key WHERE active = 1",
                row -> Map.entry(row.getString(1), row.getBytes(2)));
        var key = keys.getFirst();
        var header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(key.getKey());
        try {
            var privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.getValue()));
            return signed(new CompactToken("", "", "").withHeader(header).withClaims(claims), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(CompactToken token, PrivateKey key) throws GeneralSecurityException {
        // RFC 7518 §3.4: the two numbers side by side, not in ASN.1.
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(token.signed());
        return token.withSignature(signature.sign()).toString();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
