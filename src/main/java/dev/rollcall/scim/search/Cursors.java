package dev.rollcall.scim.search;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.persistence.Search.Position;
import dev.rollcall.scim.search.Cursor.Walk;
import dev.rollcall.sql.ServiceSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Writes cursors as texts that say nothing to anybody else and cannot be made or changed by anybody else (RFC
/// 9865 §5): encrypted and authenticated with a secret that all replicas share. Nothing is kept for a cursor on
/// the server. The texts consist of unreserved characters of URIs.
@ApplicationScoped
class Cursors {
    private static final String SECRET = "cursor";
    private static final int FORM = 1;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    // Beyond what any cursor needs: a sort value of 512 characters at the most.
    private static final int LONGEST = 8192;

    // Replicas' clocks differ, and a cursor lives at least as long as it is said to.
    private static final long GRACE_SECONDS = 10;

    private final ServiceSecrets secrets;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Cursors(ServiceSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /// The text of a cursor.
    String write(Cursor cursor) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, salt).doFinal(bytes(cursor));
            var all = Arrays.copyOf(salt, SALT_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, SALT_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No cursor can be made", e);
        }
    }

    /// The cursor behind a text.
    ///
    /// @param walk the query that it must belong to
    /// @throws ScimException `expiredCursor`; `invalidCursor`, in the same words for whatever else is wrong
    Cursor read(String text, Walk walk) {
        var cursor = opened(text)
                .filter(opened -> opened.walk().equals(walk))
                .orElseThrow(() -> ScimException.of(
                        ScimType.INVALID_CURSOR,
                        "This cursor does not belong to this query: begin again with an empty one, and repeat the"
                                + " other parameters with each page"));
        if (cursor.expires().plusSeconds(GRACE_SECONDS).isBefore(clock.instant())) {
            throw ScimException.of(ScimType.EXPIRED_CURSOR, "This cursor has expired: begin again with an empty one");
        }
        return cursor;
    }

    private Optional<Cursor> opened(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var all = Base64.getUrlDecoder().decode(text);
            if (all.length <= SALT_BYTES || !isCanonical(text, all)) {
                return Optional.empty();
            }
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, SALT_BYTES));
            return cursor(cipher.doFinal(all, SALT_BYTES, all.length - SALT_BYTES));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    // The last character of base64 can be changed without changing the bytes.
    private static boolean isCanonical(String text, byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text);
    }

    /// A key of its own for each cursor, so that no number of them is too large for one key.
    private Cipher cipher(int mode, byte[] salt) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(secrets.secret(SECRET), "HmacSHA512"));
        var derived = mac.doFinal(salt);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(derived, 0, KEY_BYTES, "AES"),
                new GCMParameterSpec(TAG_BITS, derived, KEY_BYTES, NONCE_BYTES));
        return cipher;
    }

    private static byte[] bytes(Cursor cursor) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(cursor.walk().organizationId(), out);
            write(cursor.walk().connectionId(), out);
            out.writeUTF(cursor.walk().query());
            out.writeLong(cursor.expires().toEpochMilli());
            out.writeInt(cursor.count());
            out.writeLong(cursor.total());
            out.writeBoolean(cursor.backwards());
            var from = cursor.from();
            out.writeBoolean(from != null);
            if (from != null) {
                write(from.id(), out);
                var key = from.key();
                out.writeBoolean(key != null);
                out.writeUTF(key == null ? "" : key);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Optional<Cursor> cursor(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                return Optional.empty();
            }
            var walk = new Walk(id(in), id(in), in.readUTF());
            var expires = Instant.ofEpochMilli(in.readLong());
            var count = in.readInt();
            var total = in.readLong();
            var backwards = in.readBoolean();
            var from = in.readBoolean() ? position(in) : null;
            return Optional.of(new Cursor(walk, expires, count, total, from, backwards));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Position position(DataInputStream in) throws IOException {
        var id = id(in);
        var hasKey = in.readBoolean();
        var key = in.readUTF();
        return new Position(hasKey ? key : null, id);
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }
}
