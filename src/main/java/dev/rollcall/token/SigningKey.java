package dev.rollcall.token;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// A key that signs tokens, or has signed them. The private half is absent where it is kept in a file.
record SigningKey(
        String id,
        KeyAlgorithm algorithm,
        PublicKey publicKey,
        @Nullable PrivateKey privateKey,
        Instant created,
        @Nullable Instant retired) {

    /// A key that is new here. Its id is its thumbprint (RFC 7638), the same wherever it is computed.
    static SigningKey of(KeyAlgorithm algorithm, KeyPair pair, Instant created) {
        var id = jwk(pair.getPublic()).calculateBase64urlEncodedThumbprint("SHA-256");
        return new SigningKey(id, algorithm, pair.getPublic(), pair.getPrivate(), created, null);
    }

    /// The public half as a JSON Web Key (RFC 7517 §4).
    Map<String, Object> toJwk() {
        var jwk = jwk(publicKey);
        jwk.setKeyId(id);
        jwk.setAlgorithm(algorithm.name());
        jwk.setUse("sig");
        return jwk.toParams(PublicJsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static PublicJsonWebKey jwk(PublicKey key) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(key);
        } catch (JoseException e) {
            throw new IllegalStateException("Only keys for " + KeyAlgorithm.class.getSimpleName() + " are made", e);
        }
    }

    /// Without the keys themselves.
    @Override
    public String toString() {
        return "SigningKey[" + id + ", " + algorithm + "]";
    }
}
