package dev.rollcall.api.page;

import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.ServiceSecrets;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes positions in lists as texts that nobody else can make or change: signed, together with the query that they
/// belong to, with a secret that all replicas share. A position holds nothing but what the page before it has shown.
@ApplicationScoped
class Cursors {
    private static final String SECRET = "management-cursor";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final int LONGEST = 4096;

    private final ServiceSecrets secrets;

    Cursors(ServiceSecrets secrets) {
        this.secrets = secrets;
    }

    String write(List<String> position, String query) {
        var values = new JsonArray(position).encode().getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(signature(values, query), SIGNATURE_BYTES + values.length);
        System.arraycopy(values, 0, all, SIGNATURE_BYTES, values.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// @throws RefusedException in the same words for whatever is wrong
    List<String> read(String cursor, String query) {
        try {
            var all = cursor.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(cursor);
            if (all.length > SIGNATURE_BYTES) {
                var values = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
                if (MessageDigest.isEqual(Arrays.copyOf(all, SIGNATURE_BYTES), signature(values, query))) {
                    return new JsonArray(new String(values, StandardCharsets.UTF_8))
                            .stream().map(String::valueOf).toList();
                }
            }
        } catch (IllegalArgumentException | DecodeException _) {
            throw foreign();
        }
        throw foreign();
    }

    private static RefusedException foreign() {
        return RefusedException.invalid(List.of(new RefusedException.Violation(
                "cursor",
                "'cursor' does not belong to this list: leave it out to begin again, and repeat the other parameters"
                        + " with each page.")));
    }

    private byte[] signature(byte[] values, String query) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.secret(SECRET), ALGORITHM));
            mac.update(query.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(values), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
