package dev.rollcall.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/// Reads a signing key from a PEM file: the private half only, the public one is computed from it.
final class SigningKeyFile {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LEAST_RSA_BITS = 2048;

    private SigningKeyFile() {}

    /// Reads a PKCS #8 key, P-256 or RSA of at least 2048 bits.
    ///
    /// @throws IllegalArgumentException if the file holds anything else; the message names the file
    static SigningKey read(Path file, Instant now) {
        try {
            var encoded = decode(Files.readString(file, StandardCharsets.US_ASCII));
            var identifier = PrivateKeyInfo.getInstance(encoded).getPrivateKeyAlgorithm();
            if (identifier.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
                return SigningKey.of(KeyAlgorithm.RS256, rsa(encoded), now);
            }
            if (identifier.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                    && SECObjectIdentifiers.secp256r1.equals(
                            ASN1ObjectIdentifier.getInstance(identifier.getParameters()))) {
                return SigningKey.of(KeyAlgorithm.ES256, p256(encoded), now);
            }
            throw new IllegalArgumentException("it is neither a P-256 nor an RSA key");
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The signing key " + file + " cannot be used: it must be a PEM file with a PKCS #8 private key,"
                            + " P-256 or RSA of at least " + LEAST_RSA_BITS + " bits",
                    e);
        }
    }

    private static byte[] decode(String pem) {
        var begin = pem.indexOf(BEGIN);
        var end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("it has no " + BEGIN);
        }
        return Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    }

    private static KeyPair rsa(byte[] encoded) throws GeneralSecurityException {
        var keys = KeyFactory.getInstance("RSA");
        if (!(keys.generatePrivate(new PKCS8EncodedKeySpec(encoded)) instanceof RSAPrivateCrtKey key)
                || key.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw new IllegalArgumentException("it is too short");
        }
        var publicKey = keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return new KeyPair(publicKey, key);
    }

    private static KeyPair p256(byte[] encoded) throws GeneralSecurityException {
        var keys = KeyFactory.getInstance("EC");
        var key = (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        // The platform's own API has no scalar multiplication.
        var generator =
                CustomNamedCurves.getByOID(SECObjectIdentifiers.secp256r1).getG();
        var point = generator.multiply(key.getS()).normalize();
        var publicPoint = new ECPoint(
                new BigInteger(1, point.getAffineXCoord().getEncoded()),
                new BigInteger(1, point.getAffineYCoord().getEncoded()));
        return new KeyPair(keys.generatePublic(new ECPublicKeySpec(publicPoint, key.getParams())), key);
    }
}
