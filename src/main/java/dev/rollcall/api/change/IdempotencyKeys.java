package dev.rollcall.api.change;

import dev.rollcall.api.body.ReceivedBody;
import dev.rollcall.digest.Sha256;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.security.Caller;
import dev.rollcall.sql.ServiceSecrets;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Reads `Idempotency-Key`. Whose key it is belongs to it: kind, organization and name of the caller, which stay when a
/// token is renewed or a session is opened again.
@ApplicationScoped
class IdempotencyKeys {
    private static final String HEADER = "Idempotency-Key";
    private static final String SECRET = "idempotency";
    private static final String ALGORITHM = "HmacSHA512";
    private static final Pattern KEY = Pattern.compile("[ -~]{1,200}");
    private static final int ID_BYTES = 32;

    private final Sender sender;
    private final ReceivedBody body;
    private final ServiceSecrets secrets;

    IdempotencyKeys(Sender sender, ReceivedBody body, ServiceSecrets secrets) {
        this.sender = sender;
        this.body = body;
        this.secrets = secrets;
    }

    /// What the key of the request that is being served stands for; empty where it has none, is no POST, or comes from
    /// nobody who is known.
    ///
    /// @throws RefusedException where the key is none
    Optional<IdempotentRequest> current() {
        var given = sender.request().headers().getAll(HEADER);
        if (given.isEmpty() || !sender.request().method().equals(HttpMethod.POST)) {
            return Optional.empty();
        }
        return sender.caller().map(caller -> request(caller, checked(given)));
    }

    private static String checked(List<String> given) {
        var key = given.getFirst().strip();
        if (given.size() == 1 && KEY.matcher(key).matches()) {
            return key;
        }
        throw RefusedException.invalid(List.of(new RefusedException.Violation(
                HEADER, "'" + HEADER + "' has 1 to 200 characters of ASCII, none of them a control character.")));
    }

    private IdempotentRequest request(Caller caller, String key) {
        var scope = switch (caller) {
            case Caller.Operator operator -> "operator " + operator.organizationId() + " " + operator.name();
            case Caller.Person person -> "person " + person.organizationId() + " " + person.name();
        };
        var whole = scope + "\0" + key;
        var asked = sender.request().method() + " " + sender.request().uri();
        return new IdempotentRequest(
                Arrays.copyOf(derived("id", whole, new byte[0]), ID_BYTES),
                Sha256.of(joined(asked.getBytes(StandardCharsets.UTF_8), body.digest())),
                salt -> derived("answer", whole, salt));
    }

    private byte[] derived(String purpose, String key, byte[] salt) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.secret(SECRET), ALGORITHM));
            mac.update(salt);
            return mac.doFinal((purpose + "\0" + key).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.write(0);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
