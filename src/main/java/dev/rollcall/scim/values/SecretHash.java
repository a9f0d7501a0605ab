package dev.rollcall.scim.values;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Hashes secrets with Argon2id (RFC 9106) and writes hashes in the PHC string format, parameters included, so
/// that they can be raised later. One hash takes some tens of milliseconds and 19 MiB on purpose.
public final class SecretHash {
    // OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private SecretHash() {}

    /// A hash of the secret, with a fresh salt.
    public static String of(String secret) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var hash = argon2id(secret, salt, MEMORY_KIB, PASSES, LANES);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /// True where `hash` was made from this secret.
    public static boolean matches(String secret, String hash) {
        var phc = PHC.matcher(hash);
        if (!phc.matches()) {
            return false;
        }
        var salt = Base64.getDecoder().decode(phc.group(4));
        var expected = Base64.getDecoder().decode(phc.group(5));
        return MessageDigest.isEqual(expected, argon2id(secret, salt, number(phc, 1), number(phc, 2), number(phc, 3)));
    }

    private static int number(Matcher phc, int group) {
        return Integer.parseInt(phc.group(group));
    }

    private static byte[] argon2id(String secret, byte[] salt, int memoryKib, int passes, int lanes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(secret.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
