package dev.rollcall.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// The signatures that are made and accepted (RFC 7518 §3.1). A key has exactly one.
enum KeyAlgorithm {
    ES256("EC", SignatureAlgorithm.ES256),
    RS256("RSA", SignatureAlgorithm.RS256);

    private final String keyType;
    private final SignatureAlgorithm signature;

    KeyAlgorithm(String keyType, SignatureAlgorithm signature) {
        this.keyType = keyType;
        this.signature = signature;
    }

    SignatureAlgorithm signature() {
        return signature;
    }

    PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(keyType).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a public key for " + this, e);
        }
    }

    PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(keyType).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a private key for " + this, e);
        }
    }

    static KeyPair newEs256Pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
