package dev.rollcall.scim.schema.check;

import dev.rollcall.scim.schema.AttributeType;
import dev.rollcall.scim.schema.Mutability;
import dev.rollcall.scim.schema.Returned;
import dev.rollcall.scim.schema.Uniqueness;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A characteristic whose value is one of a few words (RFC 7643 §7), and the one it has where a definition is
/// silent (RFC 7643 §2.2).
record Keyword<E>(String member, List<E> values, Function<E, String> word, E otherwise) {
    static final Keyword<AttributeType> TYPE =
            new Keyword<>("type", List.of(AttributeType.values()), AttributeType::keyword, AttributeType.STRING);
    static final Keyword<Mutability> MUTABILITY =
            new Keyword<>("mutability", List.of(Mutability.values()), Mutability::keyword, Mutability.READ_WRITE);
    static final Keyword<Returned> RETURNED =
            new Keyword<>("returned", List.of(Returned.values()), Returned::keyword, Returned.DEFAULT);
    static final Keyword<Uniqueness> UNIQUENESS =
            new Keyword<>("uniqueness", List.of(Uniqueness.values()), Uniqueness::keyword, Uniqueness.NONE);

    /// The value in a definition; the default for a word that is none of them.
    E of(Members attribute) {
        return attribute.text(member).flatMap(this::find).orElse(otherwise);
    }

    /// Reports a word that is none of them.
    void check(Members attribute) {
        attribute
                .text(member)
                .filter(given -> find(given).isEmpty())
                .ifPresent(given -> attribute
                        .place()
                        .member(member)
                        .problem("'" + given + "' is not one of "
                                + values.stream().map(word).collect(Collectors.joining(", "))));
    }

    private Optional<E> find(String given) {
        return values.stream().filter(value -> word.apply(value).equals(given)).findFirst();
    }
}
