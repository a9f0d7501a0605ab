package dev.rollcall.api.change;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals an answer (AES-256-GCM), which may hold a secret that is shown once: only who has the key of the request, and
/// asks this service, can read it again. A salt is used once.
final class AnswerSeal {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private AnswerSeal() {}

    static byte[] sealed(IdempotentRequest request, byte[] salt, String answer) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, request, salt).doFinal(answer.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No answer can be sealed", e);
        }
    }

    static String opened(IdempotentRequest request, byte[] salt, byte[] sealed) {
        try {
            return new String(cipher(Cipher.DECRYPT_MODE, request, salt).doFinal(sealed), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer cannot be read", e);
        }
    }

    private static Cipher cipher(int mode, IdempotentRequest request, byte[] salt) throws GeneralSecurityException {
        var secret = request.secret(salt);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(Arrays.copyOf(secret, KEY_BYTES), "AES"),
                new GCMParameterSpec(TAG_BITS, secret, KEY_BYTES, NONCE_BYTES));
        cipher.updateAAD(request.id());
        cipher.updateAAD(request.digest());
        return cipher;
    }
}
