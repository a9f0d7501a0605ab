package dev.rollcall.scim.refused;

import dev.rollcall.activity.Activity;
import dev.rollcall.activity.Call;
import dev.rollcall.activity.Difference;
import dev.rollcall.activity.Entry;
import dev.rollcall.activity.Outcome;
import dev.rollcall.activity.Subject;
import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.error.ScimType;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.sql.ResourceIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Records refused calls, once they are answered or will be in a moment: never in the way, and without secrets.
@ApplicationScoped
public class RefusedCalls {
    // What a sentence repeats of a client's text stands in quotes; a name between them may stay.
    private static final Pattern QUOTED = Pattern.compile(
            "\"[^\"]*\"?|\\[[^]]*]?|'[^']*[^-A-Za-z0-9:._$'][^']*'|ey[-A-Za-z0-9_]{10,}[-A-Za-z0-9_.]*");

    private final Activity activity;

    RefusedCalls(Activity activity) {
        this.activity = activity;
    }

    /// How a call was refused.
    public record Reason(
            int status, @Nullable String scimType, @Nullable String sentence) {
        /// In the words of RFC 7644.
        public static Reason of(ScimException refusal) {
            return new Reason(
                    refusal.status(), refusal.scimType().map(ScimType::keyword).orElse(null), refusal.detail());
        }
    }

    /// Records a refused call.
    ///
    /// @param forgiven what was forgiven before it was refused for something else
    public void record(Call call, Attempt attempt, Reason reason, Set<Tolerance> forgiven) {
        var secrets = SecretNames.of(attempt.type());
        var body = attempt.body();
        var outcome = Outcome.refused(
                reason.status(),
                reason.scimType(),
                sentence(reason.sentence(), secrets),
                forgiven.stream().map(Tolerance::keyword).toList());
        activity.recordLater(
                new Entry(call, outcome, subject(attempt, secrets), Difference.NONE),
                body == null ? null : Redaction.of(body, secrets));
    }

    private static @Nullable String sentence(@Nullable String sentence, SecretNames secrets) {
        return sentence != null && secrets.in(sentence)
                ? QUOTED.matcher(sentence).replaceAll("…")
                : sentence;
    }

    private static Subject subject(Attempt attempt, SecretNames secrets) {
        var type = attempt.type();
        return new Subject(
                type == null ? null : type.name(),
                Optional.ofNullable(attempt.id()).flatMap(ResourceIds::parse).orElse(null),
                name(attempt.body()).filter(name -> !secrets.in(name)).orElse(null),
                null);
    }

    private static Optional<String> name(ScimValue.@Nullable Complex body) {
        return body == null
                ? Optional.empty()
                : List.of("username", "displayname").stream()
                        .flatMap(name -> body.members().entrySet().stream()
                                .filter(member -> member.getKey().equalsIgnoreCase(name)))
                        .map(Map.Entry::getValue)
                        .filter(ScimValue.Text.class::isInstance)
                        .map(text -> ((ScimValue.Text) text).value())
                        .findFirst();
    }
}
